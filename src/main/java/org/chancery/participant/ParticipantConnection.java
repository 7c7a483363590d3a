package org.chancery.participant;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of participants. */
@Description("A page of a list of participants.")
public final class ParticipantConnection extends Connection<Participant> {

  public ParticipantConnection(Page<Participant> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull ParticipantEdge> getEdges() {
    return page().edges(ParticipantEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Participant> getNodes() {
    return page().items();
  }
}
