package org.chancery.topic;

import java.util.List;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of a list of topics. */
@Description("A page of a list of topics.")
public final class TopicConnection extends Connection<Topic> {

  public TopicConnection(Page<Topic> page) {
    super(page);
  }

  @NonNull
  @Description(PagingArguments.EDGES)
  public List<@NonNull TopicEdge> getEdges() {
    return page().edges(TopicEdge::new);
  }

  @NonNull
  @Description(PagingArguments.NODES)
  public List<@NonNull Topic> getNodes() {
    return page().items();
  }
}
