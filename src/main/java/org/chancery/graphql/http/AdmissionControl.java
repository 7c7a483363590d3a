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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.limits.Limits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Admits as many requests as can be answered in time, and refuses the others before any work.
 * During shutdown it admits requests for half of the delay, in which a load balancer sees that it
 * is not ready, and refuses them in the other half.
 *
 * <p>A request is admitted only after its body was read, so that slow senders hold no permit.
 */
@ApplicationScoped
public class AdmissionControl {

  /** Where Quarkus has it, below the root path. */
  private static final String GRAPHIQL = "/q/graphql-ui/";

  /** Before anything reads the path, which fails where it cannot be read. */
  // Where Quarkus puts a body handler for all routes, which nothing here asks for.
  private static final int FIRST = Integer.MAX_VALUE;

  /** Before Quarkus' own filters, of which CORS comes first at 300. */
  private static final int PRIORITY = 1000;

  /**
   * Bytes up to which a body counts for its client only; larger ones are limited over all clients.
   */
  private static final int SMALL_BODY = 4096;

  /** How long after the limit of time a request is over, whatever became of its handlers. */
  private static final Duration MOMENT_TO_ANSWER = Duration.ofSeconds(2);

  /** Each has a file for as long as it is read. */
  private static final int EXPORTS = 16;

  private static final int IMPORTS = 4;

  private static final int DOCUMENTS_OF_A_CLIENT = 2;

  private static final int BYTES_OF_A_NETWORK = 7;

  /** How a body that is on its way gives back its permit. */
  private static final String BODY = AdmissionControl.class.getName() + ".body";

  /** Key of a request's client in its routing context. */
  private static final String CLIENT = AdmissionControl.class.getName() + ".client";

  private final ConcurrencyLimiter running;
  private final ConcurrencyLimiter largeBodies;
  private final ConcurrencyLimiter smallBodies;
  private final ConcurrencyLimiter exports;
  private final ConcurrencyLimiter imports;
  private final Set<String> leftToTheirRoutes = ConcurrentHashMap.newKeySet();
  private final RootPath rootPath;
  private final Duration delay;
  private final String endpoint;
  private final String graphiql;
  private final UnreadResponses unread;
  private final Duration hardEnd;
  private volatile boolean ending;
  private volatile long endingSince;

  AdmissionControl(
      Limits limits,
      @ConfigProperty(name = "quarkus.shutdown.delay", defaultValue = "0s") Duration delay,
      RootPath rootPath,
      UnreadResponses unread) {
    this.running = new ConcurrencyLimiter(limits.requests(), limits.clientRequests());
    this.largeBodies = new ConcurrencyLimiter(limits.requests(), limits.clientRequests());
    this.smallBodies = new ConcurrencyLimiter(Integer.MAX_VALUE, limits.clientRequests());
    this.exports = new ConcurrencyLimiter(EXPORTS, DOCUMENTS_OF_A_CLIENT);
    this.imports = new ConcurrencyLimiter(IMPORTS, DOCUMENTS_OF_A_CLIENT);
    this.rootPath = rootPath;
    this.delay = delay;
    this.endpoint = rootPath.of(GraphqlRoute.PATH);
    this.graphiql = rootPath.of(GRAPHIQL);
    this.unread = unread;
    this.hardEnd = limits.time().plus(MOMENT_TO_ANSWER);
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
    filters.register(this::receive, PRIORITY);
  }

  void startToEnd(@Observes ShutdownDelayInitiatedEvent event) {
    endingSince = System.nanoTime();
    ending = true;
  }

  /**
   * Leaves it to a route to admit its requests.
   *
   * @param path below the root path
   */
  public void leaveTo(String path) {
    leftToTheirRoutes.add(rootPath.of(path));
  }

  private void check(RoutingContext context) {
    PipelinedRequests.watch(context.request());
    RequestCompletion.watch(context);
    context.put(UnreadResponses.KEY, unread);
    context
        .response()
        .putHeader(RequestId.HEADER, RequestId.of(context))
        // Whoever answers: what a page of another origin may read depends on it.
        .putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    SecurityHeaders.add(
        context.response().headers(),
        String.valueOf(context.request().path()).startsWith(graphiql));
    Malformed.joinLists(context.request().headers());
    String malformed = Malformed.reasonOf(context);
    if (malformed != null) {
      HttpResponses.closeAfterwards(context);
      measureTogether(context);
      HttpResponses.refuse(
          context, 400, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, malformed));
    } else {
      context.next();
    }
  }

  /**
   * Without a route each address would have metrics of its own, of which there is a limited number:
   * whoever sends many would take them from all others.
   */
  private static void measureTogether(RoutingContext context) {
    if (context.currentRoute().getPath() == null) {
      context.request().routed("/:any");
    }
  }

  private void receive(RoutingContext context) {
    if (ending && context.request().version() != HttpVersion.HTTP_2) {
      // Whoever asks again does so on a new connection, which a balancer leads elsewhere.
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    if (GraphqlRoute.isAt(context, endpoint)
        || leftToTheirRoutes.contains(context.normalizedPath().replaceFirst("(?<=.)/$", ""))) {
      // Its own route admits it, after reading the body; no other route reads one.
      context.next();
    } else {
      admit(context);
    }
  }

  /** Admits the body of a request, which is still to come. */
  void admitBody(RoutingContext context) {
    ConcurrencyLimiter bodies = isSmall(context.request()) ? smallBodies : largeBodies;
    Runnable release = acquire(bodies, context, "sent");
    if (release != null) {
      context.put(BODY, release);
      context.next();
    }
  }

  /** Admits a request that is wholly here, until it is answered. */
  void admit(RoutingContext context) {
    Runnable received = context.remove(BODY);
    if (received != null) {
      received.run();
    }
    if (HttpResponses.isGone(context)) {
      // What came after it was refused as too slow.
      return;
    }
    if (isOpen(context) && acquire(running, context, "running") != null) {
      endAtLast(context);
      context.next();
    }
  }

  /** Admits a document that goes out, which may take long, until it is through. */
  public void admitExport(RoutingContext context) {
    admitDocument(context, exports);
  }

  /** The same for one that comes in. */
  public void admitImport(RoutingContext context) {
    admitDocument(context, imports);
  }

  private void admitDocument(RoutingContext context, ConcurrencyLimiter documents) {
    if (!isOpen(context)) {
      return;
    }
    Runnable release =
        acquireUntilOver(
            documents,
            context,
            "%d documents are being sent to or from this address already. Wait for one of them.");
    if (release != null) {
      context.next();
    }
  }

  private boolean isOpen(RoutingContext context) {
    if (ending && System.nanoTime() - endingSince > delay.toNanos() / 2) {
      refuse(
          context,
          ErrorCode.SERVICE_UNAVAILABLE,
          "This instance of the service is ending. Ask again.");
      return false;
    }
    return true;
  }

  /** A handler that forgets its request would else hold its permit for ever. */
  private void endAtLast(RoutingContext context) {
    long timer = context.vertx().setTimer(hardEnd.toMillis(), late -> end(context));
    RequestCompletion.of(context).then(answered -> context.vertx().cancelTimer(timer));
  }

  private static void end(RoutingContext context) {
    if (context.response().headWritten()) {
      HttpResponses.close(context);
    } else {
      HttpResponses.closeAfterwards(context);
      refuse(
          context,
          ErrorCode.SERVICE_UNAVAILABLE,
          "The service did not answer in time. Ask again in a moment; if this was to write, look first whether it did.");
    }
  }

  /**
   * Acquires a permit for a request until its answer begins.
   *
   * @param doing the message's word for such requests
   * @return releases the permit earlier; null where the request was refused
   */
  private static @Nullable Runnable acquire(
      ConcurrencyLimiter limiter, RoutingContext context, String doing) {
    Runnable release =
        acquireUntilOver(
            limiter,
            context,
            "%%d requests from this address are being %s already. Wait for one of them to be answered."
                .formatted(doing));
    if (release != null) {
      // Before its client can have read the answer, and ask for the next thing.
      context.addHeadersEndHandler(sent -> release.run());
    }
    return release;
  }

  /**
   * Acquires a permit for a request until it is over.
   *
   * @param refusal the sentence for a client that has as many as one may have, with their number
   * @return releases the permit earlier; null where the request was refused
   */
  private static @Nullable Runnable acquireUntilOver(
      ConcurrencyLimiter limiter, RoutingContext context, String refusal) {
    String client = clientOf(context);
    ConcurrencyLimiter.Outcome outcome = limiter.acquire(client);
    if (outcome != ConcurrencyLimiter.Outcome.ADMITTED) {
      refuse(context, outcome, refusal.formatted(limiter.ofOneClient()));
      return null;
    }
    AtomicBoolean released = new AtomicBoolean();
    Runnable release =
        () -> {
          if (!released.getAndSet(true)) {
            limiter.release(client);
          }
        };
    RequestCompletion.of(context).then(answered -> release.run());
    return release;
  }

  /**
   * The client: its address, or the one that a trusted proxy forwards. For IPv6 it is the /56
   * network, which customers commonly have: all of its addresses are theirs.
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
    // Not IPv4, even mapped into IPv6: there each address is a client.
    Inet6Address network = NetUtil.getByName(address, false);
    return network == null
        ? address
        : HexFormat.of().formatHex(network.getAddress(), 0, BYTES_OF_A_NETWORK)
            + "/"
            + Byte.SIZE * BYTES_OF_A_NETWORK;
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
  static void refuse(RoutingContext context, ConcurrencyLimiter.Outcome why, String ofClient) {
    if (why == ConcurrencyLimiter.Outcome.CLIENT_AT_LIMIT) {
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
            ? HttpResponses.TOO_MANY_REQUESTS
            : HttpResponses.SERVICE_UNAVAILABLE;
    measureTogether(context);
    HttpResponses.refuse(context, status, MediaTypes.JSON, Errors.of(code, message));
  }
}
