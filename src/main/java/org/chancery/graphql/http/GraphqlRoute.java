package org.chancery.graphql.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.fetching.Turns;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The GraphQL endpoint.
 *
 * <p>Stands before the one of Quarkus 3.33, which decodes what a GET sends twice, takes the query
 * for the operation's name, and answers a document that cannot be parsed without saying where.
 * Could go when it no longer does.
 */
@ApplicationScoped
class GraphqlRoute {

  private static final String JSON = "application/json";
  private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  /** Before Quarkus' own routes, which start at 0; after its authentication, which is at -200. */
  private static final int ORDER = -1;

  /** A document is text that people write: 256 KiB is far beyond the longest. */
  private static final long MOST_BODY_BYTES = 256 * 1024L;

  private final GraphQL graphql;
  private final Turns turns;

  GraphqlRoute(GraphQLSchema schema, Turns turns) {
    this.turns = turns;
    this.graphql = GraphQL.newGraphQL(schema).preparsedDocumentProvider(new Documents()).build();
  }

  void register(@Observes Router router) {
    router
        .route("/graphql")
        .order(ORDER)
        .method(HttpMethod.POST)
        .method(HttpMethod.GET)
        .handler(BodyHandler.create(false).setBodyLimit(MOST_BODY_BYTES))
        .handler(this::answer)
        .failureHandler(GraphqlRoute::refuse);
  }

  /** What the body handler refuses: a body beyond the limit, or one that breaks off. */
  private static void refuse(RoutingContext context) {
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    Throwable failure = context.failure();
    send(
        context,
        status,
        failed(
            status == 413
                ? RequestException.badRequest(
                    "The request is larger than %d KiB: send less at once.", MOST_BODY_BYTES / 1024)
                : failure == null ? new IllegalStateException("HTTP " + status) : failure));
  }

  private void answer(RoutingContext context) {
    GraphqlRequest request;
    try {
      request = GraphqlRequest.of(context);
    } catch (RequestException mistake) {
      send(context, 400, failed(mistake));
      return;
    }
    Executor turn = turns.ofRequest();
    var unused =
        CompletableFuture.completedFuture(request)
            .thenComposeAsync(asked -> graphql.executeAsync(inputOf(asked, turn)), turn)
            .thenAccept(result -> send(context, 200, classified(result)))
            // Also where the answer itself could not be written: a client never waits in vain.
            .exceptionally(
                failure -> {
                  send(context, 500, failed(failure));
                  return null;
                });
  }

  private static ExecutionInput inputOf(GraphqlRequest request, Executor turn) {
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName())
        .variables(request.variables())
        // GraphQL Java has its messages in several languages; the API speaks one.
        .locale(Locale.ENGLISH)
        .graphQLContext(Map.of(Turns.KEY, turn))
        .dataLoaderRegistry(new DataLoaderRegistry())
        .build();
  }

  private static ExecutionResult classified(ExecutionResult result) {
    List<GraphQLError> errors = result.getErrors().stream().map(Errors::classify).toList();
    return result.transform(answer -> answer.errors(errors));
  }

  private static ExecutionResult failed(Throwable failure) {
    return ExecutionResultImpl.newExecutionResult().addError(Errors.of(failure)).build();
  }

  private static void send(RoutingContext context, int status, ExecutionResult result) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader(
            HttpHeaders.CONTENT_TYPE,
            mediaType(context.request().getHeader(HttpHeaders.ACCEPT)) + ";charset=utf-8")
        .end(AnswerJson.of(result.toSpecification()));
  }

  /** The newer media type of the GraphQL-over-HTTP specification only for those who ask for it. */
  private static String mediaType(@Nullable String accept) {
    return accept != null && accept.contains(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : JSON;
  }
}
