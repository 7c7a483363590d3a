package org.chancery.exchange;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.http.HttpResponses;

/** What takes as long as a document is long: on threads of its own, and no request's time limit. */
final class LongWork {

  private static final Duration LONGEST = Duration.ofDays(1);

  private final WorkerExecutor workers;

  /**
   * Threads for one kind of work.
   *
   * @param atOnce how much of it is done at once
   */
  LongWork(Vertx vertx, String name, int atOnce) {
    this.workers =
        vertx.createSharedWorkerExecutor(name, atOnce, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Answers a request. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** Does it when its turn comes; where it fails, the request is told so. */
  void run(RoutingContext context, Work work) {
    workers
        .executeBlocking(
            () -> {
              work.run();
              return true;
            },
            false)
        .onFailure(failure -> fail(context, failure));
  }

  /** Tells that a request could not be answered. */
  static void fail(RoutingContext context, Throwable failure) {
    if (failure instanceof RequestException tooMuch && tooMuch.code() == ErrorCode.LIMIT_EXCEEDED) {
      HttpResponses.refuse(context, 413, tooMuch);
    } else if (!(failure instanceof CancellationException) && !HttpResponses.isGone(context)) {
      RecordRoute.HEADERS.forEach(context.response().headers()::remove);
      HttpResponses.fail(context, failure);
    }
  }
}
