package org.chancery.graphql.execution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.threads.ViewExecutor;

/**
 * Queues requests and runs each on one thread: as many at once as there are database connections
 * for readers, and at most half as many of one client, so that those of others go on beside it; and
 * one that writes.
 */
@ApplicationScoped
public class Workers {

  /** Connections of whoever writes, and of a document that goes out. */
  private static final int NO_READERS = 2;

  private final Executor all;
  private final Executor writers;
  private final int ofOneClient;
  private final Map<String, Share> shares = new ConcurrentHashMap<>();

  Workers(
      ExecutorService workers,
      @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
    int readers = Math.max(1, connections - NO_READERS);
    this.all = view(workers, readers);
    this.writers = view(workers, 1);
    this.ofOneClient = Math.max(1, readers / 2);
  }

  /**
   * A client's executor, and how many requests use it.
   *
   * @param requests queued and running
   */
  private record Share(Executor executor, int requests) {}

  /** The executor of a new request of this client; {@link #leave} has to follow. */
  public Executor enter(String client) {
    return Objects.requireNonNull(
            shares.compute(
                client,
                (same, share) ->
                    share == null
                        ? new Share(view(all, ofOneClient), 1)
                        : new Share(share.executor(), share.requests() + 1)))
        .executor();
  }

  /**
   * The executor of a request that writes, instead of its client's: one after the other, so that
   * those who wait for their turn keep no thread from those who read.
   */
  public Executor writer() {
    return writers;
  }

  /** The request is over. */
  public void leave(String client) {
    shares.computeIfPresent(
        client,
        (same, share) ->
            share.requests() == 1 ? null : new Share(share.executor(), share.requests() - 1));
  }

  private static Executor view(Executor executor, int most) {
    return ViewExecutor.builder(executor).setMaxSize(most).setQueueLimit(Integer.MAX_VALUE).build();
  }
}
