package org.chancery.graphql.observability;

import java.time.Duration;
import java.util.Objects;
import org.chancery.graphql.errors.ErrorCode;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** One line of the log for each request; its names are a contract with whoever reads logs. */
final class RequestLog {

  private static final Logger REQUESTS = Logger.getLogger("org.chancery.requests");

  private final Duration slow;

  RequestLog(Duration slow) {
    this.slow = slow;
  }

  void finished(RequestTrace trace, Duration duration) {
    // Whoever sends slowly is no slow service.
    boolean isSlow =
        duration.compareTo(slow) >= 0 && !trace.outcome().equals(ErrorCode.BAD_REQUEST.name());
    if (!isSlow && !REQUESTS.isInfoEnabled()) {
      return;
    }
    String operation = trace.operationWrittenOut();
    note("requestId", trace.id());
    note("operation", operation);
    note("outcome", trace.outcome());
    note("durationMs", duration.toMillis());
    note("cost", trace.cost());
    note("sqlStatements", trace.statements());
    try {
      if (isSlow) {
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
}
