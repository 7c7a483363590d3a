package org.chancery.graphql.http;

import io.netty.util.NetUtil;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.limits.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets in as many requests as can be answered in time, and refuses the others before anything is
 * done for them. While the service ends it answers on for half of the delay, in which a balancer
 * sees that it is not ready, and refuses what still comes in the other half.
 *
 * <p>A request gets its place once all of it is here: else a few that send theirs slowly would have
 * all places and do nothing with them.
 */
@ApplicationScoped
class Admission {

  /** Before Quarkus' own filters, of which CORS comes first at 300. */
  private static final int PRIORITY = 1000;

  /**
   * Bytes of a body that are kept for any client; larger ones are bounded in their number, whoever
   * sends them.
   */
  private static final int SMALL_BODY = 4096;

  /** How long after the limit of time a request is over, whatever became of its handlers. */
  private static final Duration MOMENT_TO_ANSWER = Duration.ofSeconds(2);

  private static final int BYTES_OF_A_NETWORK = 8;

  /** How a body that is on its way gives back its place. */
  private static final String BODY = Admission.class.getName() + ".body";

  /** Where it stands in a request's routing context whose it is. */
  private static final String CLIENT = Admission.class.getName() + ".client";

  private final Places running;
  private final Places largeBodies;
  private final Places smallBodies;
  private final Duration delay;
  private final String endpoint;
  private final UnreadAnswers unread;
  private final Duration hardEnd;
  private volatile boolean ending;
  private volatile long endingSince;

  Admission(
      Limits limits,
      @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay,
      RootPath rootPath,
      UnreadAnswers unread) {
    this.running = new Places(limits.requests(), limits.clientRequests());
    this.largeBodies = new Places(limits.requests(), limits.clientRequests());
    this.smallBodies = new Places(Integer.MAX_VALUE, limits.clientRequests());
    this.delay = delay;
    this.endpoint = rootPath.of(GraphqlRoute.PATH);
    this.unread = unread;
    this.hardEnd = limits.time().plus(MOMENT_TO_ANSWER);
  }

  void register(@Observes Filters filters) {
    filters.register(this::receive, PRIORITY);
  }

  void startToEnd(@Observes ShutdownDelayInitiatedEvent event) {
    endingSince = System.nanoTime();
    ending = true;
  }

  private void receive(RoutingContext context) {
    PipelinedRequests.watch(context.request());
    RequestEnd.watch(context);
    context.put(UnreadAnswers.KEY, unread);
    context
        .response()
        .putHeader(RequestId.HEADER, RequestId.of(context))
        // Whoever answers: what a page of another origin may read depends on it.
        .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    String malformed = Malformed.reasonOf(context);
    if (malformed != null) {
      HttpAnswer.closeAfterwards(context);
      HttpAnswer.refuse(context, 400, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, malformed));
      return;
    }
    if (ending && context.request().version() != HttpVersion.HTTP_2) {
      // Whoever asks again does so on a new connection, which a balancer leads elsewhere.
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (GraphqlRoute.isAt(context, endpoint)) {
      // Lets in by itself, when the body is here; nobody else waits for one.
      context.next();
    } else {
      admit(context);
    }
  }

  /** Lets in the body of a request, which is still to come, unless too many are. */
  void admitBody(RoutingContext context) {
    Places bodies = isSmall(context.request()) ? smallBodies : largeBodies;
    Runnable leave = enter(bodies, context, "sent");
    if (leave != null) {
      context.put(BODY, leave);
      context.next();
    }
  }

  /** Lets in a request that is wholly here, until it is answered. */
  void admit(RoutingContext context) {
    Runnable received = context.remove(BODY);
    if (received != null) {
      received.run();
    }
    if (HttpAnswer.isGone(context)) {
      // What came after it was refused as too slow.
      return;
    }
    if (ending && System.nanoTime() - endingSince > delay.toNanos() / 2) {
      refuse(
          context,
          ErrorCode.SERVICE_UNAVAILABLE,
          "This instance of the service is ending. Ask again.");
    } else if (enter(running, context, "running") != null) {
      endAtLast(context);
      context.next();
    }
  }

  /** A handler that forgets its request would else hold its place for ever. */
  private void endAtLast(RoutingContext context) {
    long timer = context.vertx().setTimer(hardEnd.toMillis(), late -> end(context));
    RequestEnd.of(context).then(answered -> context.vertx().cancelTimer(timer));
  }

  private static void end(RoutingContext context) {
    if (context.response().headWritten()) {
      HttpAnswer.close(context);
    } else {
      HttpAnswer.closeAfterwards(context);
      refuse(
          context,
          ErrorCode.SERVICE_UNAVAILABLE,
          "The service did not answer in time. Ask again in a moment.");
    }
  }

  /**
   * Takes a place for a request until it is over.
   *
   * @param doing what its client has too many of where it is refused
   * @return how to give the place back before; null where the request was refused
   */
  private static @Nullable Runnable enter(Places places, RoutingContext context, String doing) {
    String client = clientOf(context);
    Places.Answer answer = places.take(client);
    if (answer != Places.Answer.TAKEN) {
      refuse(
          context,
          answer,
          "%d requests from this address are being %s already. Wait for one of them to be answered."
              .formatted(places.ofOneClient(), doing));
      return null;
    }
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (!left.getAndSet(true)) {
            places.leave(client);
          }
        };
    // Before its client can have read the answer, and ask for the next thing.
    context.addHeadersEndHandler(sent -> leave.run());
    RequestEnd.of(context).then(answered -> leave.run());
    return leave;
  }

  /**
   * Who asks: by their address, or the one that a trusted proxy tells of them. Of IPv6 a customer
   * has a network of their own, and its first half says which.
   */
  static String clientOf(RoutingContext context) {
    String known = context.get(CLIENT);
    if (known == null) {
      known = clientAt(String.valueOf(context.request().remoteAddress().hostAddress()));
      context.put(CLIENT, known);
    }
    return known;
  }

  static String clientAt(String address) {
    // Not one of IPv4 in the form of IPv6, of which each is a client.
    Inet6Address network = NetUtil.getByName(address, false);
    return network == null
        ? address
        : HexFormat.of().formatHex(network.getAddress(), 0, BYTES_OF_A_NETWORK) + "/64";
  }

  private static boolean isSmall(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.length() < 10 && Long.parseLong(length) <= SMALL_BODY;
  }

  /**
   * Refuses what there is no room for.
   *
   * @param ofClient the sentence for one who has as much as one may have
   */
  static void refuse(RoutingContext context, Places.Answer why, String ofClient) {
    if (why == Places.Answer.CLIENT_HAS_ENOUGH) {
      refuse(context, ErrorCode.TOO_MANY_REQUESTS, ofClient);
    } else {
      refuse(
          context,
          ErrorCode.SERVICE_UNAVAILABLE,
          "The service has too much to do just now. Ask again in a moment.");
    }
  }

  private static void refuse(RoutingContext context, ErrorCode code, String message) {
    int status =
        code == ErrorCode.TOO_MANY_REQUESTS
            ? HttpAnswer.TOO_MANY_REQUESTS
            : HttpAnswer.SERVICE_UNAVAILABLE;
    HttpAnswer.refuse(context, status, MediaTypes.JSON, Errors.of(code, message));
  }
}
