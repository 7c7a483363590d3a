package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.LogLines;
import org.chancery.Wire;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators are told of requests: metrics, one line of the log, spans. */
@QuarkusTest
@TestProfile(ObservabilityTest.Traced.class)
@TestMethodOrder(OrderAnnotation.class)
class ObservabilityTest {

  /** With spans, which stay here, and every request slow. */
  public static class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.traces.exporter", "cdi",
          "quarkus.otel.bsp.schedule.delay", "50ms",
          "quarkus.otel.metrics.exporter", "none",
          "chancery.observability.slow", "0s",
          "chancery.limits.cost", "10000",
          // What is told when a test is over already is nobody's.
          "quarkus.log.category.\"org.chancery.requests\".level", "OFF");
    }
  }

  /** Of the tests' own. */
  @ApplicationScoped
  static class Spans {

    @Produces
    @ApplicationScoped
    InMemorySpanExporter exporter() {
      return InMemorySpanExporter.create();
    }
  }

  private static final String QUERY =
      """
      query Told { meetings(first: 4) { nodes { title
        a: statements(first: 2) { nodes { text speakers { name } } }
        b: statements(first: 3) { nodes { text } } } } }
      """;

  @TestHTTPResource("/")
  URI home;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject MeterRegistry meters;
  @Inject InMemorySpanExporter spans;

  private LogLines lines;

  @BeforeEach
  void listen() {
    lines = new LogLines("org.chancery.requests", "org.chancery.graphql.errors.Errors");
    spans.reset();
  }

  @AfterEach
  void stopListening() {
    lines.close();
  }

  @Test
  void requestsAreCountedByOperationAndOutcome() throws InterruptedException {
    double unknownBefore = requests("anonymous", "GRAPHQL_VALIDATION_FAILED");
    double brokenBefore = requests("anonymous", "GRAPHQL_PARSE_FAILED");
    double costBefore = count("chancery.graphql.limits.exceeded", "limit", "cost");
    ask("query Right { __typename }", "one");
    ask(
        "query Refused { meetings(first: 100) { nodes { statements(first: 100) { nodes { text } } } } }",
        "two");
    ask("query Unknown { nothing }", "three");
    ask("query Broken {", "four");
    for (String told : List.of("one", "two", "three")) {
      line(told);
    }
    assertEquals("GRAPHQL_PARSE_FAILED", line("four").getMdc("outcome"));
    assertEquals(1, requests("Right", "OK"));
    assertEquals(1, requests("Refused", "LIMIT_EXCEEDED"));
    assertEquals(costBefore + 1, count("chancery.graphql.limits.exceeded", "limit", "cost"));
    // What was not found valid has no name that could be trusted.
    assertEquals(unknownBefore + 1, requests("anonymous", "GRAPHQL_VALIDATION_FAILED"));
    assertEquals(brokenBefore + 1, requests("anonymous", "GRAPHQL_PARSE_FAILED"));
  }

  /** Last, because no later name is told apart. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aThousandNamesMakeNoThousandSeries() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 1_000; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  home.resolve("/graphql?query=query%20MadeUp" + i + "%20%7B__typename%7D"))
              .build();
      assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
    }
    long names =
        meters.find("chancery.graphql.requests").counters().stream()
            .map(counter -> counter.getId().getTag("operation"))
            .distinct()
            .count();
    assertTrue(names <= 52, names + " names");
    assertTrue(requests("other", "OK") > 900);
    assertTrue(meters.getMeters().size() < 2_000, meters.getMeters().size() + " meters");
  }

  @Test
  void oneLineTellsOfARequestAndNothingOfWhatWasSaid() throws InterruptedException {
    String answer = ask(QUERY, "asked-by-me").asString();
    ExtLogRecord line = line("asked-by-me");
    assertEquals("Told", line.getMdc("operation"));
    assertEquals("OK", line.getMdc("outcome"));
    assertEquals("208", line.getMdc("cost"));
    assertEquals("5", line.getMdc("sqlStatements"));
    assertTrue(Long.parseLong(line.getMdc("durationMs")) >= 0);
    assertTrue(answer.contains("oasis") || answer.contains("climate"), answer);
    String told = LogLines.messageOf(line) + line.getMdcCopy();
    assertFalse(told.contains("climate") || told.contains("Kerry"), told);
  }

  @Test
  void aSlowRequestIsToldWithTheHashOfItsDocument() throws InterruptedException {
    ask(QUERY, "slow-one");
    ExtLogRecord line = line("slow-one");
    assertEquals(org.jboss.logmanager.Level.WARN.intValue(), line.getLevel().intValue());
    assertTrue(LogLines.messageOf(line).startsWith("Slow: Told took "), line.getMessage());
    assertTrue(line.getMdc("document").matches("[0-9a-f]{64}"));
  }

  /** Which is nobody's fault, and no error. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientThatBreaksOffWhileItSendsIsTold(boolean politely) throws Exception {
    String name = politely ? "closed" : "reset";
    try (Socket client = begin(name, 100)) {
      client.setSoLinger(!politely, 0);
      assertEquals(Wire.CONTINUE, Wire.read(client));
    }
    assertEquals("ABANDONED", line(name).getMdc("outcome"));
    assertEquals(
        Set.of("org.chancery.requests"),
        lines.all().stream().map(ExtLogRecord::getLoggerName).collect(Collectors.toSet()));
  }

  /** However large: Quarkus' own limit says nothing, here or to the client. */
  @Test
  void aBodyOfAGigabyteIsToldAsBeyondTheLimit() throws Exception {
    String answer;
    try (Socket client = begin("gigabyte", 1 << 30)) {
      answer = Wire.read(client);
    }
    assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
    assertTrue(answer.contains("The body has 1073741824 bytes or more; the limit is"), answer);
    assertEquals("LIMIT_EXCEEDED", line("gigabyte").getMdc("outcome"));
  }

  /** Begins a request whose client waits to be told that its body may come. */
  private Socket begin(String request, int length) throws IOException {
    Socket client = new Socket(home.getHost(), home.getPort());
    client
        .getOutputStream()
        .write(Wire.begin("X-Request-Id: " + request, "Content-Length: " + length));
    return client;
  }

  @Test
  void aRequestHasTheNameThatItsCallerGivesOrOneOfOurs() {
    assertEquals("mine:1.2_3-4", ask("{ __typename }", "mine:1.2_3-4").header("X-Request-Id"));
    String ours = ask("{ __typename }", "a\tb").header("X-Request-Id");
    assertNotEquals("a\tb", ours);
    assertTrue(ours.matches("[0-9a-f-]{36}"), ours);
    assertTrue(ask("{ __typename }", "x".repeat(65)).header("X-Request-Id").length() == 36);
  }

  /** A span for the request and one for each batch; a span for each field would be hundreds. */
  @Test
  void thereIsASpanForEachBatch() throws InterruptedException {
    ask(QUERY, "traced");
    List<SpanData> finished = finishedSpans();
    SpanData request =
        finished.stream()
            .filter(span -> span.getName().equals("graphql Told"))
            .findFirst()
            .orElseThrow();
    List<String> batchLoading =
        finished.stream()
            .filter(span -> span.getParentSpanId().equals(request.getSpanId()))
            .map(SpanData::getName)
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "load Meeting.statements",
            "load Meeting.statements",
            "load Query.meetings",
            "load Statement.speakers"),
        batchLoading.stream().filter(name -> name.startsWith("load ")).toList());
    assertEquals(208, request.getAttributes().get(AttributeKey.longKey("chancery.cost")));
    String all = finished.stream().map(Object::toString).collect(Collectors.joining());
    assertFalse(all.contains("climate"), all);
  }

  /** A dashboard or an alert on a metric that is not there shows nothing, and wakes nobody. */
  @Test
  void whatDashboardAndAlertsLookAtIsThere() throws Exception {
    ask(
        "query Looked { meetings(first: 100) { nodes { statements(first: 100) { nodes { text } } } } }",
        "x");
    assertEquals("LIMIT_EXCEEDED", line("x").getMdc("outcome"));
    ask(QUERY, "y");
    assertEquals("OK", line("y").getMdc("outcome"));
    HttpRequest scrape = HttpRequest.newBuilder(metrics).build();
    String exposed = HttpClient.newHttpClient().send(scrape, BodyHandlers.ofString()).body();
    for (String file : List.of("deploy/grafana/chancery.json", "deploy/prometheus/alerts.yaml")) {
      Set<String> named =
          Pattern.compile("\\b(?:chancery_graphql|agroal|http|jvm)_[a-z_]+")
              .matcher(Files.readString(Path.of(file)))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toSet());
      assertTrue(named.size() > 3, named.toString());
      named.forEach(
          metric ->
              assertTrue(
                  exposed.lines().anyMatch(line -> line.matches(metric + "[{ ].*")),
                  file + " looks at " + metric));
    }
  }

  private List<SpanData> finishedSpans() throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      List<SpanData> finished = spans.getFinishedSpanItems();
      if (finished.stream().anyMatch(span -> span.getName().equals("graphql Told"))) {
        Thread.sleep(200);
        return spans.getFinishedSpanItems();
      }
      Thread.sleep(50);
    }
    throw new AssertionError(spans.getFinishedSpanItems().toString());
  }

  private double requests(String operation, String outcome) {
    return count("chancery.graphql.requests", "operation", operation, "outcome", outcome);
  }

  private double count(String counter, String... tags) {
    Counter found = meters.find(counter).tags(tags).counter();
    return found == null ? 0 : found.count();
  }

  /** A client may call its operation anything; every scrape carries it. */
  @Test
  void aLongNameIsToldByItsBeginning() throws InterruptedException {
    ask("query " + "N".repeat(300) + " { __typename }", "long");
    line("long");
    assertEquals(1, requests("N".repeat(80), "OK"));
  }

  /** It is told when the answer is on its way. */
  private ExtLogRecord line(String request) throws InterruptedException {
    for (int tries = 0; tries < 100; tries++) {
      for (ExtLogRecord line : lines.all()) {
        if (request.equals(line.getMdc("requestId"))) {
          return line;
        }
      }
      Thread.sleep(20);
    }
    throw new AssertionError(lines.all().stream().map(LogLines::messageOf).toList().toString());
  }

  private static Response ask(String query, String request) {
    return io.restassured.RestAssured.given()
        .header("X-Request-Id", request)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql");
  }
}
