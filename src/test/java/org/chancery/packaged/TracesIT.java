package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Spans go to a collector where the operator names one, as OTLP over gRPC has it. */
@DisabledIfSystemProperty(
    named = "chancery.database",
    matches = "postgresql",
    disabledReason = "spans do not depend on the database")
class TracesIT {

  private static final String EXPORT =
      "/opentelemetry.proto.collector.trace.v1.TraceService/Export";

  @TempDir Path folder;

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @Test
  void spansOfTheBatchesReachACollector() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      HttpServer collector =
          vertx
              .createHttpServer()
              .requestHandler(this::collect)
              .listen(0)
              .toCompletionStage()
              .toCompletableFuture()
              .get(10, TimeUnit.SECONDS);
      Map<String, String> settings =
          Map.of(
              "CHANCERY_SAMPLE",
              "true",
              "CHANCERY_DATA",
              folder.toString(),
              // That a busy machine is slow is nothing to warn of here.
              "CHANCERY_OBSERVABILITY_SLOW",
              "60s",
              "QUARKUS_OTEL_SDK_DISABLED",
              "false",
              "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
              "http://localhost:" + collector.actualPort());
      try (RunningService service = RunningService.start(settings)) {
        assertEquals(
            6,
            service
                .data("query Traced { parties { totalCount } }")
                .at("/parties/totalCount")
                .asInt());
        String spans = spansUntil("graphql Traced");
        assertTrue(spans.contains("load Query.parties"), spans);
        assertTrue(spans.contains("chancery"), spans);
        assertFalse(service.log().contains("WARN"), service.log());
      }
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
  }

  private void collect(HttpServerRequest request) {
    assertEquals(EXPORT, request.path());
    request
        .body()
        .onSuccess(
            message -> {
              received.add(message.toString(StandardCharsets.ISO_8859_1));
              // An empty message, not compressed: all spans were taken.
              request.response().putHeader("content-type", "application/grpc");
              request.response().putTrailer("grpc-status", "0");
              request.response().end(Buffer.buffer(new byte[5]));
            });
  }

  private String spansUntil(String name) throws InterruptedException {
    StringBuilder all = new StringBuilder();
    while (all.indexOf(name) < 0) {
      String some = received.poll(30, TimeUnit.SECONDS);
      if (some == null) {
        throw new AssertionError("no span " + name + " among: " + all);
      }
      all.append(some);
    }
    return all.toString();
  }
}
