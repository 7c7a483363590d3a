package org.chancery.graphql.http;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.limits.Limits;

/**
 * The GraphQL endpoint, as the GraphQL-over-HTTP specification has it, and the schema beside it.
 *
 * <p>Stands before the one of Quarkus 3.33, which decodes what a GET sends twice, takes the query
 * for the operation's name, and answers a document that cannot be parsed without saying where.
 * Could go when it no longer does.
 */
@ApplicationScoped
class GraphqlRoute {

  /** Before Quarkus' own routes, which start at 0; after its authentication, which is at -200. */
  private static final int ORDER = -1;

  private final GraphqlEngine engine;
  private final Limits limits;
  private final ApiSettings settings;
  private final PersistedDocuments persisted = new PersistedDocuments();

  GraphqlRoute(GraphqlEngine engine, Limits limits, ApiSettings settings) {
    this.engine = engine;
    this.limits = limits;
    this.settings = settings;
  }

  void register(@Observes Router router) {
    router
        .route("/graphql")
        .order(ORDER)
        .method(HttpMethod.POST)
        .method(HttpMethod.GET)
        .handler(BodyHandler.create(false).setBodyLimit(limits.body().asLongValue()))
        .handler(this::answer)
        .failureHandler(this::refuse);
    router
        .route("/graphql/schema.graphql")
        .order(ORDER)
        .method(HttpMethod.GET)
        .handler(this::answerSchema);
  }

  private void answerSchema(RoutingContext context) {
    if (!settings.schema()) {
      refuse(
          context,
          404,
          "The schema is not shown here. Whoever runs the service can switch it on with chancery.api.schema=true.");
      return;
    }
    HttpAnswer.sendToBeKept(
        context,
        "application/graphql;charset=utf-8",
        Buffer.buffer(engine.schemaText()),
        settings.maxAge());
  }

  private void answer(RoutingContext context) {
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
          "Send the request as JSON in UTF-8, with the header \"Content-Type: application/json\".");
      return;
    }
    GraphqlRequest request;
    try {
      request = GraphqlRequest.of(context, limits.characters(), persisted);
    } catch (RequestException mistake) {
      send(context, 400, type, Errors.of(mistake));
      return;
    }
    if (isGet(context) && !request.isQuery(engine.parserOptions())) {
      context.response().putHeader(HttpHeaders.ALLOW, "POST");
      refuse(context, 405, "A GET can only read: send mutations with POST.");
      return;
    }
    GraphqlEngine.Run run = engine.run(request);
    context.response().closeHandler(gone -> abandonUnlessAnswered(context, run));
    var unused = run.answer().thenAccept(result -> send(context, type, result));
  }

  private static void abandonUnlessAnswered(RoutingContext context, GraphqlEngine.Run run) {
    if (!context.response().ended()) {
      run.abandon().run();
    }
  }

  private void send(RoutingContext context, MediaTypes type, ExecutionResult result) {
    int status = statusOf(result, type);
    Buffer body;
    try {
      body = AnswerJson.of(result.toSpecification());
    } catch (RuntimeException unwritable) {
      send(context, 500, type, Errors.of(unwritable));
      return;
    }
    if (isGet(context) && status == 200 && result.getErrors().isEmpty()) {
      HttpAnswer.sendToBeKept(context, type.contentType(), body, settings.maxAge());
    } else {
      HttpAnswer.send(context, status, type.contentType(), body);
    }
  }

  private static boolean isGet(RoutingContext context) {
    return context.request().method().equals(HttpMethod.GET);
  }

  /**
   * Where nothing of the request was answered, those who know the specification are told by the
   * status.
   */
  private static int statusOf(ExecutionResult result, MediaTypes type) {
    return type == MediaTypes.JSON || result.isDataPresent() ? 200 : 400;
  }

  /** What the body handler refuses: a body beyond the limit, or one that breaks off. */
  private void refuse(RoutingContext context) {
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    if (status == 413) {
      long maximum = limits.body().asLongValue();
      send(context, status, MediaTypes.JSON, Errors.of(tooLarge(context, maximum)));
      return;
    }
    Throwable failure = context.failure();
    send(
        context,
        status,
        MediaTypes.JSON,
        Errors.of(failure == null ? new IllegalStateException("HTTP " + status) : failure));
  }

  /** Whoever sends a body in pieces has not said how large it is. */
  private static RequestException tooLarge(RoutingContext context, long maximum) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return RequestException.beyondLimit(
        "body bytes", length == null ? maximum + 1 : Long.parseLong(length), maximum);
  }

  private static void refuse(RoutingContext context, int status, String message) {
    send(context, status, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, message));
  }

  private static void send(
      RoutingContext context, int status, MediaTypes type, GraphQLError error) {
    ExecutionResult refused = ExecutionResultImpl.newExecutionResult().addError(error).build();
    HttpAnswer.send(context, status, type.contentType(), AnswerJson.of(refused.toSpecification()));
  }
}
