package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of encounters. */
@Description("A page of a list of encounters.")
public final class EncounterConnection extends Connection<Encounter> {

  public EncounterConnection(Page<Encounter> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull EncounterEdge> getEdges() {
    return page().edges(EncounterEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Encounter> getNodes() {
    return page().items();
  }
}
