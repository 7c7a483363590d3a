package org.chancery.graphql.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.fetching.AnswerSize;
import org.chancery.graphql.fetching.Deadline;
import org.chancery.graphql.fetching.Loads;
import org.chancery.graphql.fetching.Turns;
import org.chancery.graphql.insight.Insight;
import org.chancery.graphql.insight.OperationInstrumentation;
import org.chancery.graphql.insight.RequestTrace;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.limits.LimitsInstrumentation;
import org.chancery.graphql.schema.SchemaText;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;

/** Runs GraphQL requests within their limits. */
@ApplicationScoped
public class GraphqlEngine {

  private static final int MOST_ERRORS = 10;

  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final Turns turns;
  private final Loads loads;
  private final Limits limits;
  private final ApiSettings settings;
  private final Insight insight;
  private final ParserOptions parserOptions;
  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(1, GraphqlEngine::watchThread);
  private volatile @Nullable String schemaText;

  GraphqlEngine(
      GraphQLSchema schema,
      Turns turns,
      Loads loads,
      Limits limits,
      ApiSettings settings,
      Insight insight) {
    this.schema = schema;
    this.turns = turns;
    this.loads = loads;
    this.limits = limits;
    this.settings = settings;
    this.insight = insight;
    // What is answered in time is not held until the time is up.
    this.watch.setRemoveOnCancelPolicy(true);
    this.parserOptions =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(limits.tokens()));
    this.graphql =
        GraphQL.newGraphQL(schema)
            .preparsedDocumentProvider(new Documents())
            .instrumentation(
                new ChainedInstrumentation(
                    new OperationInstrumentation(), new LimitsInstrumentation(limits)))
            .build();
  }

  private static Thread watchThread(Runnable work) {
    Thread thread = new Thread(work, "time-limit");
    thread.setDaemon(true);
    return thread;
  }

  @PreDestroy
  void end() {
    watch.shutdownNow();
  }

  /**
   * A request that runs.
   *
   * @param answer never fails
   * @param abandon ends what it has the database doing, because nobody waits for it any longer
   */
  record Run(CompletableFuture<ExecutionResult> answer, Runnable abandon) {}

  ParserOptions parserOptions() {
    return parserOptions;
  }

  /**
   * Runs a request.
   *
   * @param client whose it is
   */
  Run run(GraphqlRequest request, String client, RequestTrace trace) {
    trace.documentHash(() -> Sha256.hexOf(request.query()));
    Executor turn = turns.ofRequest();
    CompletableFuture<ExecutionResult> answer = new CompletableFuture<>();
    AnswerSize size = new AnswerSize(limits.objects(), limits.answer().asLongValue());
    Deadline deadline =
        new Deadline(
            limits.time(),
            watch,
            () -> answer.complete(refusal(RequestException.beyondTime(limits.time()))));
    ExecutionInput input = inputOf(request, turn, loads.enter(client), size, deadline, trace);
    var unused =
        CompletableFuture.completedFuture(input)
            .thenComposeAsync(graphql::executeAsync, turn)
            .thenApply(
                result ->
                    deadline.isOver()
                        // Was answered already: what is wrong with what is left is nobody's
                        // concern.
                        ? refusal(deadline.refusal())
                        : answer(request, input, size, trace, result))
            // Whatever goes wrong: a client never waits in vain.
            .exceptionally(
                failure ->
                    ExecutionResultImpl.newExecutionResult().addError(Errors.of(failure)).build())
            .thenAccept(
                result -> {
                  deadline.answered();
                  loads.leave(client);
                  answer.complete(result);
                });
    return new Run(answer, deadline::end);
  }

  /**
   * The answer to a query of our own, which asks for less than the limits allow.
   *
   * @param context of the request that it is asked for
   */
  public CompletableFuture<ExecutionResult> ask(
      RoutingContext context, String query, Map<String, @Nullable Object> variables) {
    RequestTrace trace = insight.started(RequestId.of(context));
    GraphqlRequest request = new GraphqlRequest(query, null, null, variables, Map.of());
    Run run = run(request, Admission.clientOf(context), trace);
    RequestEnd.of(context)
        .then(
            answered -> {
              if (!answered) {
                run.abandon().run();
              }
            });
    return run.answer()
        .whenComplete(
            (result, never) -> {
              trace.answered(result);
              insight.finished(trace);
            });
  }

  private ExecutionInput inputOf(
      GraphqlRequest request,
      Executor turn,
      Executor load,
      AnswerSize size,
      Deadline deadline,
      RequestTrace trace) {
    Map<Object, Object> context = new HashMap<>();
    context.put(Turns.KEY, turn);
    context.put(Loads.KEY, load);
    context.put(AnswerSize.KEY, size);
    context.put(Deadline.KEY, deadline);
    context.put(RequestTrace.KEY, trace);
    context.put(ParserOptions.class, parserOptions);
    context.put(Introspection.INTROSPECTION_DISABLED, !settings.introspection());
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName())
        .variables(request.variables())
        // GraphQL Java has its messages in several languages; the API speaks one.
        .locale(Locale.ENGLISH)
        .graphQLContext(context)
        .dataLoaderRegistry(new DataLoaderRegistry())
        .build();
  }

  private ExecutionResult answer(
      GraphqlRequest request,
      ExecutionInput input,
      AnswerSize size,
      RequestTrace trace,
      ExecutionResult result) {
    Long cost = input.getGraphQLContext().get(LimitsInstrumentation.COST);
    trace.cost(cost);
    RequestException tooLarge = size.refusal();
    if (tooLarge != null) {
      return refusal(tooLarge);
    }
    List<GraphQLError> errors =
        result.getErrors().stream()
            // A document that is wrong in many places is told the first of them; errors beside data
            // say why something is null, and are all needed.
            .limit(result.isDataPresent() ? Long.MAX_VALUE : MOST_ERRORS)
            .map(error -> trace.logging(() -> Errors.classify(error)))
            .toList();
    ExecutionResult classified = result.transform(answer -> answer.errors(errors));
    return !request.asksForItsCost() || cost == null
        ? classified
        : classified.transform(answer -> answer.extensions(Map.of("cost", told(cost))));
  }

  private static ExecutionResult refusal(RequestException refused) {
    return ExecutionResultImpl.newExecutionResult().addError(Errors.of(refused)).build();
  }

  private Map<String, Object> told(long cost) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("requested", cost);
    told.put("maximum", limits.cost());
    return told;
  }

  /**
   * Printed when first asked for: it never changes, and a start that nobody asks need not print it.
   */
  String schemaText() {
    String text = schemaText;
    if (text == null) {
      text = SchemaText.of(schema);
      schemaText = text;
    }
    return text;
  }
}
