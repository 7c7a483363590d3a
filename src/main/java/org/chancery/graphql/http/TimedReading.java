package org.chancery.graphql.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.execution.Deadline;
import org.chancery.graphql.execution.Workers;
import org.chancery.graphql.limits.Limits;

/**
 * Reads for a client what is no query: in the client's share of the workers, in one snapshot, and
 * for no longer than a request may take.
 */
@ApplicationScoped
public class TimedReading {

  private final Workers workers;
  private final BatchLoading batchLoading;
  private final Limits limits;

  TimedReading(Workers workers, BatchLoading batchLoading, Limits limits) {
    this.workers = workers;
    this.batchLoading = batchLoading;
    this.limits = limits;
  }

  /** What was read, on the request's event loop; fails where the time is up. */
  public <T> Future<T> read(RoutingContext context, Supplier<T> reading) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Deadline deadline =
        new Deadline(
            limits.time(),
            NettyChannel.of(context.request()).executor(),
            () -> answer.completeExceptionally(tooSlow()));
    RequestCompletion.of(context)
        .then(
            answered -> {
              if (!answered) {
                deadline.end();
              }
            });
    String client = AdmissionControl.clientOf(context);
    var unused =
        CompletableFuture.supplyAsync(
                () -> batchLoading.reading(deadline, reading), workers.enter(client))
            .whenComplete(
                (found, failure) -> {
                  deadline.answered();
                  workers.leave(client);
                  if (failure == null) {
                    answer.complete(found);
                  } else {
                    answer.completeExceptionally(
                        deadline.isOver() ? tooSlow() : Errors.unwrap(failure));
                  }
                });
    return Future.fromCompletionStage(answer, context.vertx().getOrCreateContext());
  }

  private static RequestException tooSlow() {
    return RequestException.unavailable(
        "The service cannot answer this just now. Try again in a moment.");
  }
}
