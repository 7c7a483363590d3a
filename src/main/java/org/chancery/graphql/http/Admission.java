package org.chancery.graphql.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.limits.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets in as many requests as can be answered in time, and refuses the others before anything is
 * done for them. While the service ends it answers on for half of the delay, in which a balancer
 * sees that it is not ready, and refuses what still comes in the other half.
 */
@ApplicationScoped
class Admission {

  /** Before Quarkus' own filters, of which CORS comes first at 300. */
  private static final int PRIORITY = 1000;

  /**
   * Of ten places, those that one client may not take while it has others: so that a few that ask
   * for very much do not keep out everybody else.
   */
  private static final int KEPT_FREE = 2;

  private final Limits limits;
  private final Duration delay;
  private final AtomicInteger running = new AtomicInteger();
  private final Map<String, Integer> runningByClient = new ConcurrentHashMap<>();
  private volatile boolean ending;
  private volatile long endingSince;

  Admission(
      Limits limits,
      @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay) {
    this.limits = limits;
    this.delay = delay;
  }

  void register(@Observes Filters filters) {
    filters.register(this::admit, PRIORITY);
  }

  void startToEnd(@Observes ShutdownDelayInitiatedEvent event) {
    endingSince = System.nanoTime();
    ending = true;
  }

  private void admit(RoutingContext context) {
    context.response().putHeader(RequestId.HEADER, RequestId.of(context));
    if (ending && context.request().version() != HttpVersion.HTTP_2) {
      // Whoever asks again does so on a new connection, which a balancer leads elsewhere.
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (ending && System.nanoTime() - endingSince > delay.toNanos() / 2) {
      refuse(
          context,
          HttpAnswer.SERVICE_UNAVAILABLE,
          ErrorCode.SERVICE_UNAVAILABLE,
          "This instance of the service is ending. Ask again.");
      return;
    }
    String client = String.valueOf(context.request().remoteAddress().hostAddress());
    int ofClient = runningByClient.merge(client, 1, Integer::sum);
    if (ofClient > limits.clientRequests()) {
      release(client);
      refuse(
          context,
          HttpAnswer.TOO_MANY_REQUESTS,
          ErrorCode.TOO_MANY_REQUESTS,
          "%d requests from this address are running already. Wait for one of them to be answered."
              .formatted(limits.clientRequests()));
      return;
    }
    if (running.incrementAndGet() > placesFor(ofClient)) {
      running.decrementAndGet();
      release(client);
      refuse(
          context,
          HttpAnswer.SERVICE_UNAVAILABLE,
          ErrorCode.SERVICE_UNAVAILABLE,
          "The service has too much to do just now. Ask again in a moment.");
      return;
    }
    RequestEnd.watch(context)
        .then(
            answered -> {
              running.decrementAndGet();
              release(client);
            });
    context.next();
  }

  /** How many may run when a client asks for one that is its first, or one more beside others. */
  private int placesFor(int ofClient) {
    return ofClient == 1 ? limits.requests() : limits.requests() * (10 - KEPT_FREE) / 10;
  }

  private void release(String client) {
    runningByClient.computeIfPresent(client, (same, many) -> many == 1 ? null : many - 1);
  }

  private static void refuse(RoutingContext context, int status, ErrorCode code, String message) {
    HttpAnswer.refuse(context, status, MediaTypes.JSON, Errors.of(code, message));
  }
}
