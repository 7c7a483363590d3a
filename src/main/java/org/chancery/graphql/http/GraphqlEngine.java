package org.chancery.graphql.http;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.introspection.GoodFaithIntrospection;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.chancery.database.OneWriter;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.execution.BreadthFirst;
import org.chancery.graphql.execution.Deadline;
import org.chancery.graphql.execution.ResponseSize;
import org.chancery.graphql.execution.Workers;
import org.chancery.graphql.idempotency.IdempotentRequest;
import org.chancery.graphql.idempotency.IdempotentRequests;
import org.chancery.graphql.limits.Limits;
import org.chancery.graphql.limits.LimitsInstrumentation;
import org.chancery.graphql.observability.OperationInstrumentation;
import org.chancery.graphql.observability.RequestObserver;
import org.chancery.graphql.observability.RequestTrace;
import org.chancery.graphql.schema.SchemaText;
import org.chancery.graphql.viewer.Viewer;
import org.jspecify.annotations.Nullable;

/** Runs GraphQL requests within their limits. */
@ApplicationScoped
public class GraphqlEngine {

  private static final int MOST_ERRORS = 10;

  /** The field with the name of somebody who edits the record, under whatever alias it is asked. */
  private static final String EDITOR = "editor";

  private final GraphQLSchema schema;
  private final GraphQL graphql;
  private final Workers workers;
  private final BatchLoading batchLoading;
  private final Limits limits;
  private final ApiSettings settings;
  private final RequestObserver observer;
  private final IdempotentRequests idempotentRequests;
  private final ParserOptions parserOptions;
  private volatile @Nullable String schemaText;

  GraphqlEngine(
      GraphQLSchema schema,
      Workers workers,
      BatchLoading batchLoading,
      Limits limits,
      ApiSettings settings,
      RequestObserver observer,
      IdempotentRequests idempotentRequests) {
    this.schema = schema;
    this.workers = workers;
    this.batchLoading = batchLoading;
    this.limits = limits;
    this.settings = settings;
    this.observer = observer;
    this.idempotentRequests = idempotentRequests;
    this.parserOptions =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(limits.tokens()));
    BreadthFirst breadthFirst = new BreadthFirst();
    this.graphql =
        GraphQL.newGraphQL(schema)
            .queryExecutionStrategy(breadthFirst)
            .mutationExecutionStrategy(breadthFirst)
            .doNotAutomaticallyDispatchDataLoader()
            .preparsedDocumentProvider(new Documents())
            .instrumentation(
                new ChainedInstrumentation(
                    new OperationInstrumentation(), new LimitsInstrumentation(limits)))
            .build();
  }

  /**
   * A request that runs.
   *
   * @param answer never fails
   * @param mayWrite whether something may have been written by it
   * @param abandon cancels its SQL statements, because nobody waits for the response
   */
  record Run(CompletableFuture<ExecutionResult> answer, boolean mayWrite, Runnable abandon) {}

  ParserOptions parserOptions() {
    return parserOptions;
  }

  /**
   * Runs a request.
   *
   * @param context of the HTTP request
   */
  Run run(RoutingContext context, GraphqlRequest request, RequestTrace trace) {
    String client = AdmissionControl.clientOf(context);
    String prefix = RootPath.forwardedBy(context.request());
    Viewer viewer = Authentication.viewerOf(context);
    if (request.query().contains(EDITOR)) {
      HttpResponses.namesSomebody(context);
    }
    trace.documentHash(() -> Sha256.hexOf(request.query()));
    CompletableFuture<ExecutionResult> answer = new CompletableFuture<>();
    boolean mayWrite = viewer.name() != null && request.mayWrite(parserOptions);
    AtomicBoolean waits = new AtomicBoolean(mayWrite);
    // The client's own loop: it is here now, and the workers are all busy when it matters.
    ScheduledExecutorService watch = NettyChannel.of(context.request()).executor();
    Deadline deadline =
        new Deadline(limits.time(), watch, () -> answer.complete(refusal(beyondTime(waits.get()))));
    IdempotentRequest once = mayWrite ? once(request, viewer) : null;
    try {
      if (once != null) {
        once.begin();
      }
    } catch (RequestException runsAlready) {
      deadline.answered();
      return new Run(
          CompletableFuture.completedFuture(refusal(Errors.of(runsAlready))), false, () -> {});
    }
    Executor share = workers.enter(client);
    Executor worker = mayWrite ? workers.writer() : share;
    Supplier<ExecutionResult> work = () -> answer(request, once, deadline, trace);
    var unused =
        CompletableFuture.supplyAsync(
                () ->
                    viewer.running(
                        () ->
                            RootPath.below(
                                prefix,
                                () ->
                                    mayWrite
                                        ? OneWriter.write(work, () -> waits.set(false))
                                        : work.get())),
                worker)
            // Whatever goes wrong: a client never waits in vain.
            .exceptionally(failure -> refusal(trace.logging(() -> Errors.of(failure))))
            .thenAccept(
                result -> {
                  deadline.answered();
                  if (once != null) {
                    once.close();
                  }
                  try {
                    // On this thread the answer is written as well.
                    answer.complete(result);
                  } finally {
                    workers.leave(client);
                  }
                });
    return new Run(answer, mayWrite, deadline::end);
  }

  private ExecutionResult answer(
      GraphqlRequest request,
      @Nullable IdempotentRequest once,
      Deadline deadline,
      RequestTrace trace) {
    if (deadline.isOver()) {
      // It waited too long for its turn, or nobody waits for it any longer.
      return refusal(Errors.of(deadline.refusal()));
    }
    ExecutionInput input = inputOf(request, deadline, trace);
    ExecutionResult result;
    try {
      if (once != null) {
        input.getGraphQLContext().put(IdempotentRequest.class, once);
      }
      result = batchLoading.running(deadline, trace, () -> graphql.execute(input));
    } finally {
      trace.cost(input.getGraphQLContext().get(LimitsInstrumentation.COST));
    }
    return deadline.isOver()
        // What is wrong with what is left is nobody's concern.
        ? refusal(Errors.of(deadline.refusal()))
        : answer(request, trace, result);
  }

  /** What is told when the time is up, of one that waits for others who write. */
  private GraphQLError beyondTime(boolean waits) {
    return waits
        ? Errors.of(
            ErrorCode.SERVICE_UNAVAILABLE,
            "Others are writing, such as a large document. Nothing of this was done: send it again in a moment.")
        : Errors.of(RequestException.beyondTime(limits.time()));
  }

  /** Of one that may write; null where it has no key. */
  private @Nullable IdempotentRequest once(GraphqlRequest request, Viewer viewer) {
    return request.idempotencyKey() == null
        ? null
        : idempotentRequests.of(
            Sha256.hexOf(viewer.name() + "\0" + request.idempotencyKey()), request.fingerprint());
  }

  /**
   * The answer to a query of our own, which asks for less than the limits allow.
   *
   * @param context of the request that it is asked for
   */
  public CompletableFuture<ExecutionResult> ask(
      RoutingContext context, String query, Map<String, @Nullable Object> variables) {
    RequestTrace trace = observer.started(RequestId.of(context));
    GraphqlRequest request = new GraphqlRequest(query, null, null, variables, Map.of(), null);
    Run run = run(context, request, trace);
    RequestCompletion.of(context)
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
              observer.finished(trace);
            });
  }

  private ExecutionInput inputOf(GraphqlRequest request, Deadline deadline, RequestTrace trace) {
    Map<Object, Object> context = new HashMap<>();
    context.put(
        ResponseSize.KEY,
        new ResponseSize(deadline, limits.objects(), limits.answer().asLongValue()));
    context.put(RequestTrace.KEY, trace);
    context.put(ParserOptions.class, parserOptions);
    context.put(Introspection.INTROSPECTION_DISABLED, !settings.introspection());
    context.put(GoodFaithIntrospection.GOOD_FAITH_INTROSPECTION_DISABLED, true);
    return ExecutionInput.newExecutionInput(request.query())
        .operationName(request.operationName())
        .variables(request.variables())
        // GraphQL Java has its messages in several languages; the API speaks one.
        .locale(Locale.ENGLISH)
        .graphQLContext(context)
        .build();
  }

  private ExecutionResult answer(
      GraphqlRequest request, RequestTrace trace, ExecutionResult result) {
    Long cost = trace.cost();
    GraphQLSchema shown = settings.introspection() ? schema : null;
    List<GraphQLError> errors =
        result.getErrors().stream()
            // Of an invalid document only the first errors are reported; errors beside data say why
            // something is null, and are all needed.
            .limit(result.isDataPresent() ? Long.MAX_VALUE : MOST_ERRORS)
            .map(error -> trace.logging(() -> Errors.classify(error, shown)))
            .toList();
    ExecutionResult classified = result.transform(answer -> answer.errors(errors));
    return !request.asksForItsCost() || cost == null
        ? classified
        : classified.transform(answer -> answer.extensions(Map.of("cost", told(cost))));
  }

  private static ExecutionResult refusal(GraphQLError error) {
    return ExecutionResultImpl.newExecutionResult().addError(error).build();
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
