package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.StreamResetException;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.BehindAProxy;
import org.chancery.LogLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many requests share a connection of HTTP/2: what becomes of one is nothing to the others. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class Http2Test {

  @TestHTTPResource(value = "/graphql", tls = true)
  URI endpoint;

  @Inject Vertx vertx;

  private final AtomicInteger connections = new AtomicInteger();
  private HttpClient client;

  @BeforeEach
  void open() {
    client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setTrustAll(true)
                    .setVerifyHost(false))
            .with(new PoolOptions().setHttp2MaxSize(1))
            .withConnectHandler(connection -> connections.incrementAndGet())
            .build();
  }

  @AfterEach
  void close() throws Exception {
    get(client.close());
  }

  /** Its sender has a second to read why; then its stream is ended, and no other. */
  @Test
  void aBodyBeyondTheLimitEndsItsStreamAlone() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    HttpClientRequest large = request(1 << 30);
    large.exceptionHandler(ended::complete);
    large.write("{");
    assertEquals(413, get(large.response()).statusCode());
    assertAnswered();
    assertEquals(StreamResetException.class, ended.get(20, TimeUnit.SECONDS).getClass());
    assertAnswered();
    assertEquals(1, connections.get());
  }

  @Test
  void theServerSaysHowManyStreamsItTakes() throws Exception {
    HttpClientRequest request = request(1);
    assertEquals(100, request.connection().remoteSettings().getMaxConcurrentStreams());
    assertTrue(request.reset());
  }

  /** However small they are: one connection could else have any number of them. */
  @Test
  void ofBodiesThatAreOnTheirWayAClientHasOnlySoMany() throws Exception {
    List<HttpClientRequest> begun = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      HttpClientRequest request = request(100);
      request.exceptionHandler(own -> {});
      get(request.write("{"));
      begun.add(request);
    }
    HttpClientRequest oneMore = request(100);
    get(oneMore.write("{"));
    assertEquals(429, get(oneMore.response()).statusCode());
    begun.forEach(HttpClientRequest::reset);
    assertAnswered();
  }

  @Test
  void aClientThatEndsItsStreamIsNoFault() throws Exception {
    try (LogLines faults = new LogLines("org.chancery.graphql.errors.Errors")) {
      HttpClientRequest broken = request(100);
      broken.exceptionHandler(own -> {});
      get(broken.write("{"));
      assertTrue(broken.reset());
      assertThrows(ExecutionException.class, () -> get(broken.response()));
      assertAnswered();
      assertEquals(List.of(), faults.all());
    }
    assertEquals(1, connections.get());
  }

  private void assertAnswered() throws Exception {
    String body = "{\"query\": \"{ parties { totalCount } }\"}";
    HttpClientRequest light = request(body.length());
    assertEquals(
        "{\"data\":{\"parties\":{\"totalCount\":6}}}",
        get(light.send(body).compose(answer -> answer.body())).toString());
  }

  private HttpClientRequest request(int length) throws Exception {
    HttpClientRequest request =
        get(client.request(HttpMethod.POST, endpoint.getPort(), endpoint.getHost(), "/graphql"));
    request.putHeader("Content-Type", "application/json");
    request.putHeader("Content-Length", String.valueOf(length));
    return request;
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
