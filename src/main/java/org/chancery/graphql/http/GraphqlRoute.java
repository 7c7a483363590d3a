package org.chancery.graphql.http;

import graphql.ExecutionResult;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.observability.RequestObserver;
import org.chancery.graphql.observability.RequestTrace;
import org.chancery.graphql.viewer.Viewer;

/**
 * The GraphQL endpoint, as the GraphQL-over-HTTP specification has it, and the schema beside it.
 *
 * <p>Replaces the one of Quarkus 3.33, which decodes GET parameters twice, takes the query for the
 * operation's name, and reports syntax errors without their location. Remove once it no longer
 * does.
 */
@ApplicationScoped
class GraphqlRoute {

  /** Below the root path. */
  static final String PATH = "/graphql";

  private static final String SCHEMA_PATH = PATH + "/schema.graphql";

  /**
   * Before Quarkus' own routes, from 0 on, and its body limit at -2, which refuses without a
   * message; after its authentication at -200.
   */
  private static final int ORDER = -10;

  private final GraphqlEngine engine;
  private final AdmissionControl admission;
  private final Authentication authentication;
  private final Limits limits;
  private final ApiSettings settings;
  private final RequestObserver observer;
  private final PersistedDocuments persisted = new PersistedDocuments();

  GraphqlRoute(
      GraphqlEngine engine,
      AdmissionControl admission,
      Authentication authentication,
      Limits limits,
      ApiSettings settings,
      RequestObserver observer) {
    this.engine = engine;
    this.admission = admission;
    this.authentication = authentication;
    this.limits = limits;
    this.settings = settings;
    this.observer = observer;
  }

  void register(@Observes Router router) {
    removeSmallRyes(router);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(limits.body().asLongValue());
    route(
        router,
        HttpMethod.GET,
        this::begin,
        admission::admit,
        authentication::authenticate,
        this::answer);
    route(
        router,
        HttpMethod.POST,
        this::begin,
        this::awaitBody,
        admission::admitBody,
        // As itself it would have to be the first handler of its route.
        context -> body.handle(context),
        admission::admit,
        authentication::authenticate,
        this::answer);
    Methods.refuseOthers(router, PATH, ORDER + 1, "Send queries with POST or GET.", "GET", "POST");
    Methods.get(router, SCHEMA_PATH, ORDER, this::answerSchema);
  }

  /**
   * SmallRye GraphQL 2.17 has routes of its own below this path: an endpoint and a WebSocket that
   * know none of our limits, and one for the schema that never answers OPTIONS.
   */
  private static void removeSmallRyes(Router router) {
    for (Route route : router.getRoutes()) {
      String path = route.getPath();
      if (path != null && path.startsWith(PATH)) {
        route.remove();
      }
    }
  }

  @SafeVarargs
  private void route(Router router, HttpMethod method, Handler<RoutingContext>... handlers) {
    Route route = router.route(method, PATH).order(ORDER);
    for (Handler<RoutingContext> handler : handlers) {
      route.handler(handler);
    }
  }

  /** Whether a request is for the endpoint; routes do not tell a slash after it apart. */
  static boolean isAt(RoutingContext context, String endpoint) {
    String path = context.normalizedPath();
    return path.equals(endpoint) || path.equals(endpoint + "/");
  }

  private void answerSchema(RoutingContext context) {
    if (!settings.schema()) {
      HttpResponses.refuse(
          context,
          404,
          MediaTypes.JSON,
          Errors.of(
              ErrorCode.BAD_REQUEST,
              "The schema is not shown here. Whoever runs the service can switch it on with chancery.api.schema=true."));
      return;
    }
    HttpResponses.sendCacheable(
        context,
        "application/graphql;charset=utf-8",
        Buffer.buffer(engine.schemaText()),
        settings.maxAge());
  }

  /** From here on it is told how the request ends, whatever happens to it. */
  private void begin(RoutingContext context) {
    RequestTrace trace = observer.started(RequestId.of(context));
    context.put(HttpResponses.TRACE, trace);
    RequestCompletion.of(context)
        .watchForTheClient(context)
        .then(
            answered -> {
              if (!answered) {
                trace.abandoned();
              }
              observer.finished(trace);
            });
    context.next();
  }

  /** Who sends slowly is not waited for longer than a request may take. */
  private void awaitBody(RoutingContext context) {
    long patience =
        context
            .vertx()
            .setTimer(
                limits.time().toMillis(),
                late -> {
                  if (!context.request().isEnded()) {
                    refuseSlowSender(context);
                  }
                });
    RequestCompletion.of(context).then(answered -> context.vertx().cancelTimer(patience));
    context.next();
  }

  private void refuseSlowSender(RoutingContext context) {
    refuse(
        context,
        408,
        "The request was not here after %d ms. Send it again, faster."
            .formatted(limits.time().toMillis()));
  }

  private void answer(RoutingContext context) {
    if (context.request().headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
      refuse(
          context,
          400,
          "There are no subscriptions, and no WebSocket: send queries with POST or GET.");
      return;
    }
    MediaTypes type = MediaTypes.accepted(context).orElse(null);
    if (type == null) {
      refuse(
          context,
          406,
          "Accept \"application/graphql-response+json\" or \"application/json\": the answer has no other form.");
      return;
    }
    if (!isGet(context)
        && !MediaTypes.isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      refuse(
          context,
          415,
          "Send the request as JSON in UTF-8, with the header \"Content-Type: application/json\"; files cannot be sent.");
      return;
    }
    GraphqlRequest request;
    try {
      request = GraphqlRequest.of(context, limits, persisted);
    } catch (RequestException mistake) {
      HttpResponses.refuse(context, statusOf(mistake, type), type, Errors.of(mistake));
      return;
    }
    if (isGet(context) && !request.isQuery(engine.parserOptions())) {
      context.response().putHeader(HttpHeaders.ALLOW, "POST");
      refuse(context, 405, "A GET can only read: send mutations with POST.");
      return;
    }
    GraphqlEngine.Run run = engine.run(context, request, traceOf(context));
    RequestCompletion.of(context)
        .then(
            answered -> {
              if (!answered) {
                run.abandon().run();
              }
            });
    var unused =
        run.answer()
            .thenAccept(
                result -> {
                  keepIfValid(context, request, result);
                  if (run.mayWrite()) {
                    HttpResponses.tellWhateverIsUnread(context);
                  }
                  send(context, type, result);
                })
            .exceptionally(HttpResponses.failing(context));
  }

  /** Only what was run has data. */
  private void keepIfValid(RoutingContext context, GraphqlRequest request, ExecutionResult result) {
    if (request.hash() != null && result.isDataPresent()) {
      persisted.keep(request.hash(), request.query(), AdmissionControl.clientOf(context));
    }
  }

  private static RequestTrace traceOf(RoutingContext context) {
    return Objects.requireNonNull(context.<RequestTrace>get(HttpResponses.TRACE));
  }

  private void send(RoutingContext context, MediaTypes type, ExecutionResult result) {
    traceOf(context).answered(result);
    int status = statusOf(result, type);
    Buffer body = JsonResponseWriter.of(result.toSpecification());
    // What somebody is answered who has signed in is nobody else's.
    boolean isForAll = Authentication.viewerOf(context).equals(Viewer.ANONYMOUS);
    if (isForAll && isGet(context) && status == 200 && result.getErrors().isEmpty()) {
      HttpResponses.sendCacheable(context, type.contentType(), body, settings.maxAge());
    } else {
      HttpResponses.send(context, status, type.contentType(), body);
    }
  }

  private static boolean isGet(RoutingContext context) {
    return context.request().method().equals(HttpMethod.GET);
  }

  /**
   * Without data, clients that know the specification get an error status; all clients do where a
   * retry may help.
   */
  private static int statusOf(ExecutionResult result, MediaTypes type) {
    if (result.getData() == null && Errors.arePassing(result.getErrors())) {
      return HttpResponses.SERVICE_UNAVAILABLE;
    }
    if (Errors.has(result.getErrors(), ErrorCode.IDEMPOTENCY_KEY_IN_USE)) {
      return 409;
    }
    if (Errors.has(result.getErrors(), ErrorCode.IDEMPOTENCY_KEY_REUSED)) {
      return 422;
    }
    if (Errors.has(result.getErrors(), ErrorCode.IDEMPOTENCY_ANSWER_FORGOTTEN)) {
      return 410;
    }
    if (type == MediaTypes.JSON || result.isDataPresent()) {
      return 200;
    }
    return Errors.areOurs(result.getErrors()) ? 500 : 400;
  }

  /** A request with an unknown hash is still well formed. */
  private static int statusOf(RequestException mistake, MediaTypes type) {
    return type == MediaTypes.JSON && mistake.code() == ErrorCode.PERSISTED_QUERY_NOT_FOUND
        ? 200
        : 400;
  }

  private void refuse(RoutingContext context, int status, String message) {
    HttpResponses.refuse(
        context, status, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, message));
  }
}
