package org.chancery.graphql.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells operators of each request: in metrics, in one line of the log, and in a span. */
@ApplicationScoped
public class RequestObserver {

  private final Tracer tracer;
  private final RequestMeters meters;
  private final RequestLog log;

  RequestObserver(MeterRegistry registry, Tracer tracer, ObservabilitySettings settings) {
    this.tracer = tracer;
    this.meters = new RequestMeters(registry, settings.operations());
    this.log = new RequestLog(settings.slow());
  }

  /** A request that has just come; {@link #finished} has to follow. */
  public RequestTrace started(String id) {
    meters.started();
    RequestTrace trace = new RequestTrace(id);
    trace.within(tracer.spanBuilder("graphql").setAttribute("chancery.request.id", id).startSpan());
    return trace;
  }

  /** The request was answered, or its client is gone. */
  public void finished(RequestTrace trace) {
    Duration duration = trace.duration();
    meters.finished(trace, duration);
    log.finished(trace, duration);
    end(trace);
  }

  private static void end(RequestTrace trace) {
    Span span = Span.fromContext(trace.context());
    if (trace.operation() != null) {
      String name = trace.operationWrittenOut();
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
