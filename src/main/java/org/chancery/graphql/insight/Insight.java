package org.chancery.graphql.insight;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Tells operators of each request: in metrics, in one line of the log, and in a span. */
@ApplicationScoped
public class Insight {

  private static final Logger REQUESTS = Logger.getLogger("org.chancery.requests");

  private static final Duration[] DURATIONS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10)
  };
  private static final double[] COSTS = {1, 10, 25, 50, 100, 250, 500, 1000};
  private static final double[] STATEMENTS = {1, 2, 5, 10, 20, 50, 100};

  /** A name is written out up to here. */
  private static final int MOST_OF_A_NAME = 64;

  private final MeterRegistry meters;
  private final Tracer tracer;
  private final InsightSettings settings;
  private final OperationNames operations;
  private final AtomicInteger running;

  Insight(MeterRegistry meters, Tracer tracer, InsightSettings settings) {
    this.meters = meters;
    this.tracer = tracer;
    this.settings = settings;
    this.operations = new OperationNames(settings.operations());
    this.running =
        Objects.requireNonNull(
            meters.gauge("chancery.graphql.requests.running", new AtomicInteger()));
  }

  /** A request that has just come; {@link #finished} has to follow. */
  public RequestTrace started(String id) {
    running.incrementAndGet();
    RequestTrace trace = new RequestTrace(id);
    trace.within(tracer.spanBuilder("graphql").setAttribute("chancery.request.id", id).startSpan());
    return trace;
  }

  /** The request was answered, or its client is gone. */
  public void finished(RequestTrace trace) {
    running.decrementAndGet();
    Duration duration = trace.duration();
    count(trace, duration);
    log(trace, duration);
    end(trace);
  }

  private void count(RequestTrace trace, Duration duration) {
    String operation = operations.of(trace.operation());
    Counter.builder("chancery.graphql.requests")
        .description("GraphQL requests by operation and by how they were answered")
        .tag("operation", operation)
        .tag("outcome", trace.outcome())
        .register(meters)
        .increment();
    Timer.builder("chancery.graphql.request.duration")
        .description("How long GraphQL requests took to be answered")
        .tag("operation", operation)
        .serviceLevelObjectives(DURATIONS)
        .register(meters)
        .record(duration);
    DistributionSummary.builder("chancery.graphql.request.statements")
        .description("SQL statements that a GraphQL request took")
        .serviceLevelObjectives(STATEMENTS)
        .register(meters)
        .record((double) trace.statements());
    Long cost = trace.cost();
    if (cost != null) {
      DistributionSummary.builder("chancery.graphql.request.cost")
          .description("What GraphQL requests were reckoned to cost, in objects")
          .serviceLevelObjectives(COSTS)
          .register(meters)
          .record((double) cost);
    }
    for (String limit : trace.limits()) {
      Counter.builder("chancery.graphql.limits.exceeded")
          .description("GraphQL requests that went beyond a limit")
          .tag("limit", limit)
          .register(meters)
          .increment();
    }
  }

  private void log(RequestTrace trace, Duration duration) {
    boolean slow = duration.compareTo(settings.slow()) >= 0;
    if (!slow && !REQUESTS.isInfoEnabled()) {
      return;
    }
    String operation = writtenOut(trace.operation());
    note("requestId", trace.id());
    note("operation", operation);
    note("outcome", trace.outcome());
    note("durationMs", duration.toMillis());
    note("cost", trace.cost());
    note("sqlStatements", trace.statements());
    try {
      if (slow) {
        String document = trace.documentHash();
        note("document", document);
        REQUESTS.warnf(
            "Slow: %s took %d ms (%s, cost %s, %d SQL statements), document %s, request %s",
            operation,
            duration.toMillis(),
            trace.outcome(),
            Objects.requireNonNullElse(trace.cost(), "unknown"),
            trace.statements(),
            document,
            trace.id());
      } else {
        REQUESTS.infof(
            "%s: %s in %d ms, request %s",
            operation, trace.outcome(), duration.toMillis(), trace.id());
      }
    } finally {
      for (String noted :
          new String[] {
            "requestId", "operation", "outcome", "durationMs", "cost", "sqlStatements", "document"
          }) {
        MDC.remove(noted);
      }
    }
  }

  private static void note(String name, @Nullable Object value) {
    if (value != null) {
      MDC.put(name, value.toString());
    }
  }

  private static String writtenOut(@Nullable String operation) {
    return operation == null
        ? OperationNames.ANONYMOUS
        : operation.substring(0, Math.min(MOST_OF_A_NAME, operation.length()));
  }

  private static void end(RequestTrace trace) {
    Span span = Span.fromContext(trace.context());
    String operation = trace.operation();
    if (operation != null) {
      String name = writtenOut(operation);
      span.updateName("graphql " + name);
      span.setAttribute("graphql.operation.name", name);
    }
    span.setAttribute("chancery.outcome", trace.outcome());
    span.setAttribute("chancery.sql.statements", trace.statements());
    Long cost = trace.cost();
    if (cost != null) {
      span.setAttribute("chancery.cost", cost);
    }
    if (!trace.outcome().equals(RequestTrace.OK)) {
      span.setStatus(StatusCode.ERROR, trace.outcome());
    }
    span.end();
  }
}
