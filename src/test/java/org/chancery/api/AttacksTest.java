package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.LimitsAsInstalled;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tools of attackers try ({@code graphql-cop}, {@code inql} and their like) is refused
 * before any of it is run: without an SQL statement, and with an answer of a few hundred bytes.
 */
@QuarkusTest
@TestProfile(LimitsAsInstalled.class)
class AttacksTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An error with its sentence, its place and its code. */
  private static final int BYTES_OF_A_REFUSAL = 1500;

  @Inject SessionFactory sessions;

  /** A stack as deep as a text is long would overflow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "meetings/KEY",
        "meetings/KEY.jsonld",
        "meetings/KEY/timemap",
        "meetings/KEY/history",
        "comparisons/KEY",
      })
  void noAddressIsTooLongForAnAnswer(String address) {
    for (String accepted : List.of("text/html", "application/ld+json")) {
      given()
          .accept(accepted)
          .get("/" + address.replace("KEY", "a" + "-a".repeat(7_000)))
          .then()
          .statusCode(404);
    }
  }

  /** Each name of many, under many aliases, would be looked for in each of many languages. */
  @Test
  void aLanguageIsNoLongText() {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "query",
                "query($l: String) { parties { nodes { name(language: $l) } } }",
                "variables",
                Map.of("l", "xx" + "-a".repeat(1_900))))
        .post("/graphql")
        .then()
        .body("errors[0].message", containsString("is not a language"));
  }

  @Test
  void aContentTypeHasFewParameters() {
    given()
        .header("Content-Type", "application/json" + ";a=b".repeat(2_000))
        .body("{}")
        .post("/graphql")
        .then()
        .statusCode(415);
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        attack(
            "alias overload",
            "{" + times(101, i -> "a" + i + ":__typename ") + "}",
            "LIMIT_EXCEEDED"),
        attack(
            "aliases of something costly",
            "{" + times(16, i -> "a" + i + ":meetings(first:50){nodes{title}} ") + "}",
            "LIMIT_EXCEEDED"),
        attack(
            "directive overload",
            "{__typename " + "@aa".repeat(200) + "}",
            "GRAPHQL_VALIDATION_FAILED"),
        attack(
            "known directives",
            "{__typename " + times(60, i -> "...@include(if:true){__typename}") + "}",
            "LIMIT_EXCEEDED"),
        attack("field duplication", "{" + "__typename ".repeat(1200) + "}", "LIMIT_EXCEEDED"),
        attack("fields of the query", "{" + "__typename ".repeat(500) + "}", "LIMIT_EXCEEDED"),
        attack(
            "circular fragments",
            "query{...A} fragment A on Query{__typename ...B} fragment B on Query{__typename ...A}",
            "GRAPHQL_VALIDATION_FAILED"),
        attack(
            "a fragment of itself",
            "query{...A} fragment A on Query{...A}",
            "GRAPHQL_VALIDATION_FAILED"),
        attack(
            "fragments that double",
            "{...F0}"
                + times(
                    40,
                    i -> " fragment F" + i + " on Query{...F" + (i + 1) + " ...F" + (i + 1) + "}")
                + " fragment F40 on Query{parties{totalCount}}",
            "LIMIT_EXCEEDED"),
        attack(
            "introspection flood",
            "{"
                + times(
                    10,
                    i -> "s" + i + ":__schema{types{fields{type{fields{type{fields{name}}}}}}} ")
                + "}",
            "LIMIT_EXCEEDED"),
        attack(
            "circular introspection",
            "{__schema{types{fields{type{fields{type{fields{type{fields{type{name}}}}}}}}}}}",
            "LIMIT_EXCEEDED"),
        attack(
            "depth",
            "{meetings{nodes"
                + "{statements{nodes{meeting".repeat(4)
                + "{key}"
                + "}}}".repeat(4)
                + "}}",
            "LIMIT_EXCEEDED"),
        attack(
            "wide pages inside wide pages",
            "{meetings(first:100){nodes{statements(first:100){nodes{text}}}}}",
            "LIMIT_EXCEEDED"),
        attack("a long text", "{" + " ".repeat(20_000) + "__typename}", "LIMIT_EXCEEDED"),
        attack("brackets", "{".repeat(900), "GRAPHQL_PARSE_FAILED"),
        attack(
            "a list in a list",
            "{nodes(ids:" + "[".repeat(400) + "]".repeat(400) + "){id}}",
            "GRAPHQL_PARSE_FAILED"),
        attack(
            "a search for keys",
            "{meetings(filter:{topics:{anyOf:[" + "\"a\"".repeat(260) + "]}}){totalCount}}",
            "LIMIT_EXCEEDED"),
        attack("a guess at fields", "{meetingz{nodes{titel}}}", "GRAPHQL_VALIDATION_FAILED"));
  }

  private static Arguments attack(String name, String query, String code) {
    return Arguments.of(name, query, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void isRefusedBeforeAnyOfItIsRun(String name, String query, String code) throws IOException {
    JsonNode answer =
        refused(
            () ->
                given()
                    .contentType("application/json")
                    .body(Map.of("query", query))
                    .post("/graphql"));
    assertEquals(code, answer.at("/errors/0/extensions/code").asText(), answer::toString);
  }

  @Test
  void aBatchOfRequestsIsRefused() throws IOException {
    String batch =
        "[" + "{\"query\":\"{__typename}\"},".repeat(50) + "{\"query\":\"{__typename}\"}]";
    JsonNode answer =
        refused(() -> given().contentType("application/json").body(batch).post("/graphql"));
    assertEquals("BAD_REQUEST", answer.at("/errors/0/extensions/code").asText());
  }

  /** What a page of another site can have a browser send without asking. */
  @ParameterizedTest
  @MethodSource("crossSite")
  void aRequestThatNeedsNoPreflightIsRefused(String contentType, String body) throws IOException {
    refused(
        () ->
            given()
                .header("Content-Type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/graphql"));
  }

  static Stream<Arguments> crossSite() {
    String json = "{\"query\":\"{ parties { totalCount } }\"}";
    return Stream.of(
        Arguments.of("text/plain", json),
        Arguments.of(
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\n{__typename}\r\n--x--"),
        Arguments.of("application/graphql", "{ parties { totalCount } }"));
  }

  @Test
  void aFormIsRefused() throws IOException {
    refused(() -> given().formParam("query", "{ parties { totalCount } }").post("/graphql"));
  }

  @Test
  void aMutationByGetIsRefused() throws IOException {
    refused(() -> given().queryParam("query", "mutation { __typename }").get("/graphql"));
  }

  /** Nothing tells what runs behind the endpoint. */
  @Test
  void aRefusalTellsNothingOfTheInside() throws IOException {
    String answer =
        given()
            .contentType("application/json")
            .body(Map.of("query", "{ meetingz { titel } }"))
            .post("/graphql")
            .asString();
    assertFalse(answer.contains("graphql.") || answer.contains("org."), answer);
  }

  private JsonNode refused(Supplier<Response> request) throws IOException {
    sessions.getStatistics().clear();
    String answer = request.get().asString();
    JsonNode json = JSON.readTree(answer);
    assertTrue(json.has("errors"), answer);
    assertFalse(json.hasNonNull("data"), answer);
    assertEquals(0, sessions.getStatistics().getPrepareStatementCount());
    assertTrue(answer.length() < BYTES_OF_A_REFUSAL, () -> answer.length() + " bytes: " + answer);
    return json;
  }

  private static String times(int many, IntFunction<String> part) {
    return IntStream.range(0, many).mapToObj(part).collect(Collectors.joining());
  }

  /** A WebSocket would lead past all limits. */
  @ParameterizedTest
  @ValueSource(strings = {"/graphql", "/graphql/", "//graphql"})
  void noWebSocketIsOpened(String path) {
    given()
        .urlEncodingEnabled(false)
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Protocol", "graphql-transport-ws")
        .get(path)
        .then()
        .statusCode(400)
        .body("errors[0].extensions.code", equalTo("BAD_REQUEST"))
        .body("errors[0].message", containsString("send queries with POST or GET"));
  }
}
