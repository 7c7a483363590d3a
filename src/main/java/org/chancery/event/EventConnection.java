package org.chancery.event;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of events. */
@Description("A page of a list of events.")
public final class EventConnection extends Connection<Event> {

  public EventConnection(Page<Event> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull EventEdge> getEdges() {
    return page().edges(EventEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Event> getNodes() {
    return page().items();
  }
}
