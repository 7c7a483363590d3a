package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors say what is wrong by its name, and of what a client sent its beginning at the most. */
@QuarkusTest
class PlainErrorsTest {

  /** What a client sends to have it said again. */
  private static final String LONG = "abcdefghij".repeat(300);

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("{ " + LONG + " }", Map.of()),
        Arguments.of("{ meetings(" + LONG + ": 1) { totalCount } }", Map.of()),
        Arguments.of("{ meetings @" + LONG + " { totalCount } }", Map.of()),
        Arguments.of("{ ..." + LONG + " }", Map.of()),
        Arguments.of("query($a: " + LONG + ") { __typename }", Map.of()),
        Arguments.of("{ meetings(first: \"" + LONG + "\") { totalCount } }", Map.of()),
        Arguments.of("{ \"" + LONG + "\" }", Map.of()),
        Arguments.of(
            "{ meetings(filter: {format: { anyOf: [" + LONG + "] }}) { totalCount } }", Map.of()),
        Arguments.of(
            "query($f: [MeetingFormat!]) { meetings(filter: {format: $f}) { totalCount } }",
            Map.of("f", List.of(LONG))),
        Arguments.of(
            "query($f: Date) { meetings(filter: {date: {from: $f}}) { totalCount } }",
            Map.of("f", LONG)),
        Arguments.of("query($f: Int) { meetings(first: $f) { totalCount } }", Map.of("f", LONG)),
        Arguments.of("query($f: ID!) { node(id: $f) { id } }", Map.of("f", LONG)),
        Arguments.of("query($f: String) { meetings(after: $f) { totalCount } }", Map.of("f", LONG)),
        Arguments.of(
            "query($f: [String!]) { meetings(filter: {topics: {anyOf: $f}}) { totalCount } }",
            Map.of("f", List.of(LONG, LONG + "x"))));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void tellALittleOfWhatWasSent(String query, Map<String, Object> variables) {
    JsonNode answer = ask(Map.of("query", query, "variables", variables));
    for (JsonNode error : answer.path("errors")) {
      String message = error.path("message").asText();
      assertFalse(message.contains("abcdefghij".repeat(11)), message);
      assertTrue(message.length() < 400, message);
    }
    assertTrue(answer.has("errors"), answer::toString);
  }

  /** A variable with a default may be null, where what it is for may not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "query($v: Boolean = true) { topics { totalCount @include(if: $v) } }",
        "query($v: Boolean = true) { ...F @skip(if: $v) } fragment F on Query { __typename }",
        "query($v: Boolean = true) { a: __typename ... @include(if: $v) { b: __typename } }",
        "query($v: String = \"CN\") { party(key: $v) { name } }",
        "query($v: ID = \"party_1\") { node(id: $v) { id } }"
      })
  void tellThatAVariableIsNull(String query) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("v", null);
    JsonNode answer = ask(Map.of("query", query, "variables", variables));
    assertEquals(
        "BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), answer::toString);
    assertTrue(answer.at("/errors/0/message").asText().contains("variable"), answer::toString);
  }

  /** What decides in another operation of the document is not asked of this one. */
  @Test
  void doNotTellOfVariablesOfOtherOperations() {
    String document =
        """
        query A { topics { totalCount } } query B($x: Boolean!) { ...F }
        fragment F on Query { topics { totalCount @include(if: $x) } }
        """;
    assertFalse(ask(Map.of("query", document, "operationName", "A")).has("errors"));
  }

  /** Nor what a value is called in Java. */
  @Test
  void tellWhatAValueIsInJson() {
    for (Object value : List.of(Map.of(), List.of(), 1e300, 5_000_000_000L)) {
      for (String type : List.of("Int", "Date", "DateTime", "String", "Boolean")) {
        String query = "query($v: %s) { %s }".formatted(type, uses(type));
        String told = ask(Map.of("query", query, "variables", Map.of("v", value))).toString();
        assertFalse(
            told.contains("LinkedHashMap") || told.contains("ArrayList") || told.contains("Big"),
            told);
      }
    }
  }

  private static String uses(String type) {
    return switch (type) {
      case "Int" -> "meetings(first: $v) { totalCount }";
      case "Date" -> "meetings(filter: {date: {from: $v}}) { totalCount }";
      case "DateTime" -> "meetings(filter: {createdAt: {from: $v}}) { totalCount }";
      case "Boolean" -> "statements(filter: {nested: $v}) { totalCount }";
      default -> "meetings(after: $v) { totalCount }";
    };
  }

  @Test
  void tellALittleOfTheOperationsName() {
    String message =
        ask(Map.of("query", "query A { __typename }", "operationName", LONG))
            .at("/errors/0/message")
            .asText();
    assertEquals("\"operationName\" has more than 100 characters.", message);
  }

  /** A value may hold the very words that stand around it. */
  @ParameterizedTest
  @MethodSource("ownWords")
  void areNotMisledByTheirOwnWords(String value) {
    assertEquals(
        "argument 'first' has a value that is not a valid Int",
        GraphqlClient.ask("{ meetings(first: \"" + value + "\") { totalCount } }")
            .at("/errors/0/message")
            .asText());
  }

  static Stream<String> ownWords() {
    return Stream.of(
        " with value '",
        "' is not a valid 'Party'",
        "' contains a field not in 'X': 'y'",
        "' must not be null",
        ") : ",
        " with value '".repeat(300));
  }

  private static JsonNode ask(Map<String, Object> request) {
    return RestAssured.given()
        .contentType("application/json")
        .body(request)
        .post("/graphql")
        .as(JsonNode.class);
  }
}
