package org.chancery.graphql.paging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A page of a list, as the Relay specification has it. In the schema one of meetings is a
 * MeetingConnection.
 */
public final class Connection<E> extends PagedList<E> {

  public Connection(Page<E> page, Supplier<CompletionStage<Integer>> total) {
    super(page, total);
  }

  /** The same where it is known how many the whole list has. */
  public Connection(Page<E> page, int total) {
    this(page, () -> CompletableFuture.completedFuture(total));
  }

  @NonNull
  @Description(Descriptions.EDGES)
  public List<@NonNull Edge<E>> getEdges() {
    return page().edges(Edge::new);
  }
}
