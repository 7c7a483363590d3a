package org.chancery.graphql.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.fetching.Turns;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.limits.LimitsInstrumentation;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

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

  /** A document is text that people write: 256 KiB is far beyond the longest. */
  private static final long MOST_BODY_BYTES = 256 * 1024L;

  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final Turns turns;
  private final Limits limits;
  private final ParserOptions parserOptions;
  private volatile @Nullable String schemaText;

  GraphqlRoute(GraphQLSchema generated, Turns turns, Limits limits) {
    this.schema = SchemaRepair.in(generated);
    this.turns = turns;
    this.limits = limits;
    this.parserOptions =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(limits.tokens()));
    this.graphql =
        GraphQL.newGraphQL(schema)
            .preparsedDocumentProvider(new Documents())
            .instrumentation(new LimitsInstrumentation(limits))
            .build();
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
    router
        .route("/graphql/schema.graphql")
        .order(ORDER)
        .method(HttpMethod.GET)
        .handler(
            context ->
                context
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/graphql;charset=utf-8")
                    .end(schemaText()));
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
    boolean got = context.request().method().equals(HttpMethod.GET);
    if (!got && !MediaTypes.isJson(context.request().getHeader(HttpHeaders.CONTENT_TYPE))) {
      refuse(
          context,
          415,
          "Send the request as JSON in UTF-8, with the header \"Content-Type: application/json\".");
      return;
    }
    GraphqlRequest request;
    try {
      request = GraphqlRequest.of(context);
      request.checkLength(limits.characters());
    } catch (RequestException mistake) {
      send(context, 400, type, Errors.of(mistake));
      return;
    }
    if (got && !request.isQuery(parserOptions)) {
      context.response().putHeader(HttpHeaders.ALLOW, "POST");
      refuse(context, 405, "A GET can only read: send mutations with POST.");
      return;
    }
    run(context, request, type);
  }

  private void run(RoutingContext context, GraphqlRequest request, MediaTypes type) {
    Executor turn = turns.ofRequest();
    ExecutionInput input = inputOf(request, turn);
    var unused =
        CompletableFuture.completedFuture(input)
            .thenComposeAsync(graphql::executeAsync, turn)
            .thenAccept(
                result ->
                    send(context, statusOf(result, type), type, answer(request, input, result)))
            // Also where the answer itself could not be written: a client never waits in vain.
            .exceptionally(
                failure -> {
                  send(context, 500, type, Errors.of(failure));
                  return null;
                });
  }

  private ExecutionInput inputOf(GraphqlRequest request, Executor turn) {
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName())
        .variables(request.variables())
        // GraphQL Java has its messages in several languages; the API speaks one.
        .locale(Locale.ENGLISH)
        .graphQLContext(Map.of(Turns.KEY, turn, ParserOptions.class, parserOptions))
        .dataLoaderRegistry(new DataLoaderRegistry())
        .build();
  }

  private ExecutionResult answer(
      GraphqlRequest request, ExecutionInput input, ExecutionResult result) {
    List<GraphQLError> errors = result.getErrors().stream().map(Errors::classify).toList();
    ExecutionResult classified = result.transform(answer -> answer.errors(errors));
    Long cost = input.getGraphQLContext().get(LimitsInstrumentation.COST);
    return !request.asksForItsCost() || cost == null
        ? classified
        : classified.transform(answer -> answer.extensions(Map.of("cost", told(cost))));
  }

  private Map<String, Object> told(long cost) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("requested", cost);
    told.put("maximum", limits.cost());
    return told;
  }

  /**
   * Where nothing of the request was run, those who know the specification are told by the status.
   */
  private static int statusOf(ExecutionResult result, MediaTypes type) {
    return type == MediaTypes.JSON || result.isDataPresent() ? 200 : 400;
  }

  /**
   * Printed when first asked for: it never changes, and a start that nobody asks need not print it.
   */
  private String schemaText() {
    String text = schemaText;
    if (text == null) {
      text = SchemaText.of(schema);
      schemaText = text;
    }
    return text;
  }

  /** What the body handler refuses: a body beyond the limit, or one that breaks off. */
  private static void refuse(RoutingContext context) {
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    if (status == 413) {
      refuse(
          context,
          status,
          "The request is larger than %d KiB: send less at once."
              .formatted(MOST_BODY_BYTES / 1024));
      return;
    }
    Throwable failure = context.failure();
    send(
        context,
        status,
        MediaTypes.JSON,
        Errors.of(failure == null ? new IllegalStateException("HTTP " + status) : failure));
  }

  private static void refuse(RoutingContext context, int status, String message) {
    send(context, status, MediaTypes.JSON, Errors.of(ErrorCode.BAD_REQUEST, message));
  }

  private static void send(
      RoutingContext context, int status, MediaTypes type, GraphQLError error) {
    send(context, status, type, ExecutionResultImpl.newExecutionResult().addError(error).build());
  }

  private static void send(
      RoutingContext context, int status, MediaTypes type, ExecutionResult result) {
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, type.contentType())
        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .end(AnswerJson.of(result.toSpecification()));
  }
}
