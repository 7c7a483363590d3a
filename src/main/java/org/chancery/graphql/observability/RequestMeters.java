package org.chancery.graphql.observability;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** The metrics of requests; their names are a contract with dashboards and alerts. */
final class RequestMeters {

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
  private static final double[] COSTS = {10, 100, 250, 500, 1000, 2500, 5000, 10000};
  private static final double[] STATEMENTS = {1, 2, 5, 10, 20, 50, 100};

  private final OperationNames operations;
  private final AtomicInteger running;
  private final MeterProvider<Counter> requests;
  private final MeterProvider<Timer> durations;
  private final MeterProvider<Counter> limitsExceeded;
  private final DistributionSummary statements;
  private final DistributionSummary costs;

  RequestMeters(MeterRegistry registry, int operationsToldApart) {
    operations = new OperationNames(operationsToldApart);
    running =
        Objects.requireNonNull(
            registry.gauge("chancery.graphql.requests.running", new AtomicInteger()));
    requests =
        Counter.builder("chancery.graphql.requests")
            .description("GraphQL requests by operation and by how they were answered")
            .withRegistry(registry);
    durations =
        Timer.builder("chancery.graphql.request.duration")
            .description("How long GraphQL requests took to be answered")
            .serviceLevelObjectives(DURATIONS)
            .withRegistry(registry);
    limitsExceeded =
        Counter.builder("chancery.graphql.limits.exceeded")
            .description("GraphQL requests that went beyond a limit")
            .withRegistry(registry);
    statements =
        DistributionSummary.builder("chancery.graphql.request.statements")
            .description("SQL statements that a GraphQL request took")
            .serviceLevelObjectives(STATEMENTS)
            .register(registry);
    costs =
        DistributionSummary.builder("chancery.graphql.request.cost")
            .description("What GraphQL requests were reckoned to cost, in tenths of a millisecond")
            .serviceLevelObjectives(COSTS)
            .register(registry);
  }

  void started() {
    running.incrementAndGet();
  }

  void finished(RequestTrace trace, Duration duration) {
    running.decrementAndGet();
    String operation = operations.of(trace.operation());
    requests.withTags("operation", operation, "outcome", trace.outcome()).increment();
    durations.withTag("operation", operation).record(duration);
    statements.record((double) trace.statements());
    Long cost = trace.cost();
    if (cost != null) {
      costs.record((double) cost);
    }
    for (String limit : trace.limits()) {
      limitsExceeded.withTag("limit", limit).increment();
    }
  }
}
