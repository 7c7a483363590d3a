package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.chancery.LogLines;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in leads to us, and whoever comes gets an answer. */
@QuarkusTest
class WaysInTest {

  private static final String[] PATHS = {
    "/",
    "/graphql",
    "/graphql/schema.graphql",
    "/meetings/2021-09-01-wang-kerry",
    "/events/x",
    "/participants/x",
    "/accounts/x",
    "/statements/x",
    "/meetings",
    "/search",
    "/changes",
    "/topics/x/history",
    "/chancery.css",
    "/index.html",
    "/nothing",
    "/record",
    "/a" + "/a".repeat(8000),
    "/q/graphql-ui/",
    "/q/nothing"
  };

  @TestHTTPResource("/graphql")
  URI endpoint;

  @Inject Router router;

  /** SmallRye's routes know none of our limits, and one of them never answers OPTIONS. */
  @Test
  void noRouteIsSmallRyes() {
    assertEquals(
        List.of(),
        router.getRoutes().stream()
            .map(String::valueOf)
            .filter(route -> route.contains("io.quarkus.smallrye.graphql"))
            .toList());
  }

  static Stream<Arguments> methodsOfPaths() {
    return Stream.of(PATHS)
        .flatMap(
            path ->
                Stream.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE", "BREW")
                    .map(method -> Arguments.of(method, path)));
  }

  @ParameterizedTest
  @MethodSource("methodsOfPaths")
  void everyMethodOfEveryPathIsAnswered(String method, String path) throws IOException {
    String answer = ask(Wire.request(method + " " + path));
    assertTrue(answer.matches("(?s)HTTP/1.1 [234].*"), answer);
    assertTrue(answer.contains("Content-Security-Policy"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/meetings",
        "/changes",
        "/meetings/2021-09-01-wang-kerry",
        "/graphql/schema.graphql"
      })
  void headAgreesWithGet(String path) {
    Map<String, String> got = headersOf("GET", path);
    Map<String, String> asked = headersOf("HEAD", path);
    for (String header : List.of("Content-Type", "ETag", "Cache-Control", "Vary")) {
      assertEquals(got.get(header), asked.get(header), header);
    }
  }

  private static Map<String, String> headersOf(String method, String path) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given()
        .header("Accept-Encoding", "identity")
        .request(method, path)
        .then()
        .statusCode(200)
        .extract()
        .headers()
        .forEach(header -> headers.put(header.getName(), header.getValue()));
    return headers;
  }

  @Test
  void theFirstPageHasOneAddress() {
    given().get("/index.html").then().statusCode(404);
    given().get("/without-graphiql.html").then().statusCode(404);
    given().get("/").then().statusCode(200).body(containsString("graphql-ui"));
  }

  /** What two readers may understand differently, and what is no HTTP at all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1~~|400",
        "GET / HTTP/1.1~Host: a~Host: b~~|400",
        "GET / HTTP/1.1~Host: <a>~~|400",
        "GET / HTTP/1.1~Host : localhost~~|400",
        "GET graphql HTTP/1.1~Host: localhost~~|404",
        "OPTIONS * HTTP/1.1~Host: localhost~~|404",
        "CONNECT localhost:22 HTTP/1.1~Host: localhost~~|4",
        "GET /meetings/%zz HTTP/1.1~Host: localhost~~|400",
        "GET /graphql?query=%zz HTTP/1.1~Host: localhost~~|400",
        "GET / HTTP/1.1~Host: localhost~Accept: a/b;=\"~~|400",
        "GET /meetings/x HTTP/1.1~Host: localhost~Accept: a/b;=\"~~|400",
        "GET / HTTP/1.1~Host: localhost~Accept: c/d, a/b;=\"~~|400",
        "GET / HTTP/1.1~Host: localhost~Accept: a/b~Accept: c/d;=\"~~|400",
        "GET / HTTP/1.1~Host: localhost~Accept-Encoding: gzip, br;=\"~~|400",
        "GET / HTTP/1.1~Host: localhost~Accept-Language: en, fr;=\"~~|400",
        "GET /graphql/schema.graphql HTTP/1.1~Host: localhost~Accept-Encoding: gzip;=\"~~|400",
        "POST /graphql HTTP/1.1~Host: localhost~Content-Type: a/b;=\"~Content-Length: 1~~{|400",
        "POST /graphql HTTP/1.1~Host: localhost~Transfer-Encoding: cow~Content-Length: 1~~{|400",
        "POST /graphql HTTP/1.1~Host: localhost~Transfer-Encoding: gzip, chunked~~0~~|400",
        "POST /graphql HTTP/1.1~Host: localhost~Content-Length: 1~Content-Length: 2~~{|400",
        "POST /graphql HTTP/1.1~Host: localhost~Content-Length: -1~~|400",
        "POST /graphql HTTP/1.1~Host: localhost~Content-Length: 99999999999999999999~~|400",
        "POST /graphql HTTP/1.1~Host: localhost~Expect: 200-ok~Content-Length: 1~~{|417",
        "GET /../../etc/passwd HTTP/1.1~Host: localhost~~|404",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1~Host: localhost~~|404"
      })
  void whatIsNotHttpIsRefusedAndNoFaultOfOurs(String request, String status) throws IOException {
    try (LogLines lines = new LogLines("")) {
      String answer = ask(request.replace("~", "\r\n"));
      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
      assertEquals(List.of(), warningsIn(lines));
    }
  }

  /** Nor is anybody left with an empty page. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql?query={__typename}",
        "/graphql?query=%zz",
        "/graphql?query=a|b",
        "/graphql?query=%7B__typename%7D&variables={\"a\":1}",
        "/%zz",
        "/meetings/{x}",
        "http://[::1/"
      })
  void whatIsNoAddressIsToldHowToWriteIt(String address) throws IOException {
    try (LogLines lines = new LogLines("")) {
      String answer = ask("GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
      assertTrue(answer.contains("such as %7B for {"), answer);
      assertEquals(List.of(), warningsIn(lines));
    }
  }

  private static List<String> warningsIn(LogLines lines) {
    return lines.all().stream()
        .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogLines::messageOf)
        .toList();
  }

  /** It could go on for ever, and nobody reads it. */
  @ParameterizedTest
  @ValueSource(strings = {"PUT /graphql", "POST /", "POST /nothing", "POST /meetings/x"})
  void aBodyThatNobodyReadsIsCutOff(String what) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              Wire.request(what, "Transfer-Encoding: chunked")
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertTrue(Wire.read(socket).startsWith("HTTP/1.1 "));
      assertEquals("", Wire.read(socket));
    }
  }

  @Test
  void aKeyThatNothingHasIsNotToldWhole() {
    given()
        .get("/meetings/" + "k".repeat(3000))
        .then()
        .statusCode(404)
        .body("error", equalTo("There is no meeting with the key \"" + "k".repeat(100) + "…\"."));
  }

  @Test
  void anOddRequestIdIsNotSaidAgain() {
    given()
        .header("X-Request-Id", "a%0d%0aSet-Cookie: x")
        .get("/")
        .then()
        .header("X-Request-Id", not(containsString("Set-Cookie")));
  }

  /** Twelve ways to write the endpoint's path. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql",
        "/graphql/",
        "//graphql",
        "/./graphql",
        "/x/../graphql",
        "/graphql?",
        "/graphql?query={__typename}",
        "/graphql#a",
        "/graphql;a=b",
        "/%67raphql",
        "/graphql/schema.graphql",
        "/GRAPHQL"
      })
  void noWebSocketIsOpened(String path) throws IOException {
    String answer =
        ask(
            Wire.request(
                "GET " + path,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Protocol: graphql-transport-ws"));
    assertFalse(answer.startsWith("HTTP/1.1 101"), answer);
    assertTrue(answer.startsWith("HTTP/1.1 "), answer);
  }

  @Test
  void noHttp2IsSpokenInClearText() throws IOException {
    String answer = ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
    assertFalse(answer.startsWith("\0"), answer);
    String upgraded =
        ask(
            Wire.request(
                "GET /",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAAP__"));
    assertTrue(upgraded.startsWith("HTTP/1.1 200"), upgraded);
  }

  @Test
  void aCompressedBodyIsNotUnpacked() {
    given()
        .contentType("application/json")
        .header("Content-Encoding", "gzip")
        .body("{\"query\": \"{ __typename }\"}")
        .post("/graphql")
        .then()
        .body("data.__typename", equalTo("Query"));
  }

  private String ask(String request) throws IOException {
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return Wire.read(socket);
    }
  }
}
