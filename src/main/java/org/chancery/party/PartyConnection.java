package org.chancery.party;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of parties. */
@Description("A page of a list of parties.")
public final class PartyConnection extends Connection<Party> {

  public PartyConnection(Page<Party> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull PartyEdge> getEdges() {
    return page().edges(PartyEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Party> getNodes() {
    return page().items();
  }
}
