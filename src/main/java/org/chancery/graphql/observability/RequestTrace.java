package org.chancery.graphql.observability;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.chancery.graphql.errors.ErrorCode;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Collects data of one request while it runs: names, numbers and codes, never content. */
public final class RequestTrace {

  /** Where it stands in a request's context. */
  public static final Class<RequestTrace> KEY = RequestTrace.class;

  /** The outcome of a request that was answered without an error. */
  static final String OK = "OK";

  /** The outcome of a request whose client went away before it was answered. */
  private static final String ABANDONED = "ABANDONED";

  /** A name is written out up to here. */
  private static final int MOST_OF_A_NAME = 64;

  /** Whose SQL statements the current thread sends. */
  private static final ThreadLocal<@Nullable RequestTrace> CURRENT = new ThreadLocal<>();

  private final String id;
  private final long startedAt = System.nanoTime();
  private final LongAdder statements = new LongAdder();
  private volatile Context context = Context.root();
  private volatile @Nullable String operation;
  private volatile Supplier<String> documentHash = () -> "unknown";
  private volatile @Nullable Long cost;
  private volatile String outcome = OK;
  private volatile List<String> limits = List.of();

  /**
   * Of a request that has just come.
   *
   * @param id what the caller calls it, or what it was given
   */
  public RequestTrace(String id) {
    this.id = id;
  }

  /** The span that what is done for the request belongs to. */
  public void within(Span span) {
    context = Context.current().with(span);
  }

  /** What spans of this request are children of. */
  public Context context() {
    return context;
  }

  /** The operation, once it was found valid. */
  void operation(@Nullable String name) {
    operation = name;
  }

  /** How to compute the document's SHA-256, where it is logged. */
  public void documentHash(Supplier<String> hash) {
    documentHash = hash;
  }

  /** What the operation was reckoned to cost, once it was. */
  public void cost(@Nullable Long reckoned) {
    cost = reckoned;
  }

  /** Takes the outcome from the response: its first error's code, if any. */
  public void answered(ExecutionResult result) {
    List<GraphQLError> errors = result.getErrors();
    if (!errors.isEmpty()) {
      outcome = member(errors.get(0), "code", ErrorCode.INTERNAL_SERVER_ERROR.name());
      limits =
          errors.stream()
              .filter(error -> member(error, "code", "").equals(ErrorCode.LIMIT_EXCEEDED.name()))
              .map(error -> member(error, "limit", "unknown"))
              .distinct()
              .toList();
    }
  }

  /** Nobody waits for the answer any longer. */
  public void abandoned() {
    outcome = ABANDONED;
  }

  private static String member(GraphQLError error, String name, String otherwise) {
    Map<String, Object> extensions = error.getExtensions();
    Object value = extensions == null ? null : extensions.get(name);
    return value == null ? otherwise : value.toString();
  }

  /** Counts the SQL statements that this work sends as the request's. */
  public <T> T counting(Supplier<T> work) {
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
    }
  }

  /** Log lines of this work carry the request id. */
  public <T> T logging(Supplier<T> work) {
    MDC.put("requestId", id);
    try {
      return work.get();
    } finally {
      MDC.remove("requestId");
    }
  }

  static void countStatement() {
    RequestTrace current = CURRENT.get();
    if (current != null) {
      current.statements.increment();
    }
  }

  public String id() {
    return id;
  }

  /** The name of the operation; null where it has none, or was not found valid. */
  @Nullable String operation() {
    return operation;
  }

  /** {@link #operation()}, as far as it is told. */
  String operationWrittenOut() {
    String name = operation;
    return name == null
        ? OperationNames.ANONYMOUS
        : name.substring(0, Math.min(MOST_OF_A_NAME, name.length()));
  }

  String documentHash() {
    return documentHash.get();
  }

  /** Null where the operation was not found valid. */
  public @Nullable Long cost() {
    return cost;
  }

  long statements() {
    return statements.sum();
  }

  /** {@link #OK}, the code of the first error, or that the client went away. */
  String outcome() {
    return outcome;
  }

  /** The limits that the request went beyond. */
  List<String> limits() {
    return limits;
  }

  Duration duration() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }
}
