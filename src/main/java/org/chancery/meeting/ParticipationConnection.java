package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of participations. */
@Description("A page of a list of participations.")
public final class ParticipationConnection extends Connection<Participation> {

  public ParticipationConnection(Page<Participation> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull ParticipationEdge> getEdges() {
    return page().edges(ParticipationEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Participation> getNodes() {
    return page().items();
  }
}
