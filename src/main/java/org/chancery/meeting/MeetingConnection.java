package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of meetings. */
@Description("A page of a list of meetings.")
public final class MeetingConnection extends Connection<Meeting> {

  public MeetingConnection(Page<Meeting> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull MeetingEdge> getEdges() {
    return page().edges(MeetingEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Meeting> getNodes() {
    return page().items();
  }
}
