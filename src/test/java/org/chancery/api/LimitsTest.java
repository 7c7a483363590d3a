package org.chancery.api;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.GraphqlClient;
import org.chancery.LimitsAsInstalled;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each limit lets through what is just within it, and refuses one more before anything is loaded.
 */
@QuarkusTest
@TestProfile(LimitsAsInstalled.class)
class LimitsTest {

  @Inject SessionFactory sessions;

  @Test
  void depth() {
    String eightDeep =
        "{ meetings(first:1) { nodes { statements(first:1) { nodes { meeting { statements(first:1) { nodes { meeting { %s } } } } } } } } }";
    assertAnswered(eightDeep.formatted("event { title }"));
    assertRefused("depth", 10, 11, eightDeep.formatted("event { host { name } }"));
  }

  @Test
  void introspectionMayBeDeeper() {
    assertAnswered(
        "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } }");
  }

  @Test
  void aliases() {
    assertAnswered("{ " + times(15, i -> "a" + i + ": __typename") + " }");
    assertRefused("aliases", 15, 16, "{ " + times(16, i -> "a" + i + ": __typename") + " }");
  }

  @Test
  void aliasesInFragmentsCountWhereverTheyAreSpread() {
    String query =
        "{ a: parties { ...F } b: parties { ...F } %s } fragment F on PartyConnection { "
            + times(6, i -> "f" + i + ": __typename")
            + " }";
    assertAnswered(query.formatted("c: __typename"));
    assertRefused("aliases", 15, 16, query.formatted("c: __typename d: __typename"));
  }

  @Test
  void rootFields() {
    assertAnswered("{ " + "__typename ".repeat(20) + " }");
    assertRefused("root fields", 20, 21, "{ " + "__typename ".repeat(21) + " }");
  }

  @Test
  void directives() {
    String fields = "{ parties { " + "totalCount @include(if: true) ".repeat(49) + " } %s }";
    assertAnswered(fields.formatted("__typename @skip(if: false)"));
    assertRefused(
        "directives",
        50,
        51,
        fields.formatted("... @include(if: true) { __typename @skip(if: false) }"));
  }

  @Test
  void characters() {
    String query = "{ parties { totalCount } }";
    assertAnswered(query + " ".repeat(15_000 - query.length()));
    assertRefusedBeforeParsing(
        "characters", 15_001, query + " ".repeat(15_001 - query.length()), Map.of());
  }

  @Test
  void tokens() {
    // Five tokens around the fields, and the end of the document is one as well.
    String query = "{ parties { %s } }";
    assertAnswered(query.formatted("__typename ".repeat(994)));
    JsonNode error = refusal(query.formatted("__typename ".repeat(995)));
    assertEquals("tokens", error.at("/extensions/limit").asText());
    assertEquals(1000, error.at("/extensions/maximum").asInt());
  }

  @Test
  void cost() {
    // 1 for the meeting, 20 to find its statements and 79 for them, a hundred times over
    String query =
        "query($n: Int) { meetings(first: 100) { nodes { statements(first: $n) { nodes { key } } } } }";
    assertFalse(GraphqlClient.ask(query, "n", 79).has("errors"));
    JsonNode error = GraphqlClient.ask(query, "n", 80).at("/errors/0");
    assertEquals("LIMIT_EXCEEDED", error.at("/extensions/code").asText());
    assertEquals(10100, error.at("/extensions/size").asInt());
  }

  /** What looks through the whole record costs as much as it does, however little it answers. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ statements(filter: { text: \"-a -b -c -d -e -f -g -h -i -j\" }) { totalCount nodes { key } } }",
        "{ statements(filter: { text: \"\\\"a b\\\" -\\\"c d e f g h i j k l\\\" m n o p\" }) { nodes { key } } }",
        "{ a: statementCounts(by: TOPIC) { nodes { key } } b: statementCounts(by: TOPIC) { nodes { key } } }",
        "{ statementCounts(by: TOPIC, filter: { text: \"a b c d e\" }) { nodes { key } } }",
        "{ a: statements(filter: { text: \"a b c d e\" }) { __typename } b: statements(filter: { text: \"a b c d e\" }) { __typename } }",
        "{ a: statements(filter: { text: \"a b c d e\" }) { __typename totalCount @skip(if: true) } b: statements(filter: { text: \"a b c d e\" }) { totalCount @skip(if: true) } }",
        "{ meetings(first: 30) { nodes { comparison { points { agreement } } } } }",
        "{ topics { nodes { statements(first: 1) { nodes { key } } } } }",
        "{ a: participants(filter: { text: \"a b c d e f g\" }) { totalCount } b: participants(filter: { text: \"a b c d e f g\" }) { totalCount nodes { key } } }"
      })
  void whatLooksThroughTheWholeRecordCostsWhatItDoes(String query) {
    assertEquals("cost", refusal(query).at("/extensions/limit").asText());
  }

  /** The first thing that everyone asks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ meetings { nodes { title accounts { publisher statements { nodes { speakers { name } text } } } } } }",
        "{ statements(filter: { text: \"climate change\" }, first: 20) { totalCount edges { matches { exact } node { text meeting { title } } } } }",
        "{ a: statementCounts(by: SPEAKER) { nodes { label count } } b: statementCounts(by: ACT) { nodes { label count } } c: meetingCounts(by: YEAR) { nodes { label count } } }",
        "{ meeting(key: \"2021-09-02-han-kerry\") { comparison { points { agreement statements { text } } silences { parties { name } } } } }"
      })
  void whatIsAskedEveryDayIsAnswered(String query) {
    assertAnswered(query);
  }

  @Test
  void charactersOfAString() {
    String query = "query($k: String!) { party(key: $k) { name } }";
    // Read, and found to be no key.
    assertEquals(
        "BAD_USER_INPUT",
        GraphqlClient.ask(query, "k", "x".repeat(4000)).at("/errors/0/extensions/code").asText());
    assertRefusedBeforeParsing(
        "characters of a string", 4001, query, Map.of("k", "x".repeat(4001)));
    assertRefusedBeforeParsing(
        "characters of a string", 4001, query, Map.of("k", List.of(Map.of("a", "x".repeat(4001)))));
    assertRefused(
        "characters of a string",
        4000,
        4001,
        "{ party(key: \"" + "x".repeat(4001) + "\") { name } }");
  }

  /** It stands in the answer as often as its field. */
  @Test
  void charactersOfAnAlias() {
    String query = "{ meetings { nodes { %s: __typename } } }";
    assertAnswered(query.formatted("a".repeat(100)));
    assertRefused("characters of an alias", 100, 101, query.formatted("a".repeat(101)));
  }

  @Test
  void aliasesCountInTheSchemaToo() {
    String query = "{ __schema { types { %s } } __type(name: \"Meeting\") { b: name } }";
    assertAnswered(query.formatted(times(14, i -> "a" + i + ": name")));
    assertRefused("aliases", 15, 16, query.formatted(times(15, i -> "a" + i + ": name")));
  }

  @Test
  void listItems() {
    String query =
        "query($n: [String!]) { parties(filter: { country: { anyOf: $n } }) { totalCount } %s }";
    assertFalse(GraphqlClient.ask(query.formatted(""), "n", countries(250)).has("errors"));
    assertItemsRefused(251, query.formatted(""), countries(251));
  }

  @Test
  void listItemsAreCountedWhereverAVariableOrAFragmentIsUsed() {
    String twice =
        "query($n: [String!]) { parties(filter: { country: { anyOf: $n } }) { totalCount } ...F } fragment F on Query { b: parties(filter: { country: { anyOf: $n } }) { totalCount } }";
    assertFalse(GraphqlClient.ask(twice, "n", countries(125)).has("errors"));
    assertItemsRefused(252, twice, countries(126));
    assertItemsRefused(
        252,
        "query($n: [String!]) { meetings(filter: { topics: { noneOf: $n, allOf: [\"a\"], anyOf: [\"b\"] } }) { totalCount } }",
        countries(250));
  }

  private static List<String> countries(int many) {
    return Collections.nCopies(many, "CN");
  }

  private void assertItemsRefused(int size, String query, List<String> values) {
    sessions.getStatistics().clear();
    JsonNode error = GraphqlClient.ask(query, "n", values).at("/errors/0/extensions");
    assertEquals(0, sessions.getStatistics().getPrepareStatementCount());
    assertEquals("list items", error.path("limit").asText());
    assertEquals(250, error.path("maximum").asInt());
    assertEquals(size, error.path("size").asInt());
  }

  @Test
  void fragmentsThatSpreadFragmentsAreMeasuredAtOnce() {
    StringBuilder query = new StringBuilder("{ ...F0 }");
    for (int i = 0; i < 60; i++) {
      query.append(" fragment F%d on Query { ...F%d ...F%d }".formatted(i, i + 1, i + 1));
    }
    query.append(" fragment F60 on Query { __typename }");
    assertEquals("root fields", refusal(query.toString()).at("/extensions/limit").asText());
  }

  @Test
  void theCostIsToldToThoseWhoAsk() {
    String answer =
        RestAssured.given()
            .contentType("application/json")
            .body(
                Map.of(
                    "query",
                    "{ meetings(first: 2) { totalCount nodes { title date { edtf } } } }",
                    "extensions",
                    Map.of("cost", true)))
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    // 2 meetings, 2 dates, 1 total and 100 to count it
    assertTrue(answer.contains("\"cost\":{\"requested\":105,\"maximum\":10000}"), answer);
  }

  /** The list that costs most is named, with how many of it would do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ meetings(first: 100) { nodes { statements(first: 100) { nodes { speakers { name } } } } } } | with \"first: ",
        "query($n: Int = 100) { meetings(first: $n) { nodes { ...S } } } fragment S on Meeting { statements(last: 100) { nodes { speakers { name } } } } | with \"first: ",
        "{ last: statements(last: 100) { nodes { links { statement { links { statement { links { statement { links { kind } } } } } } } } } } | \"last\": with \"last: ",
        "{ participants(first: 100) { nodes { meetings(first: 100) { nodes { statements(first: 100) { nodes { key } } } } } } } | ask for fewer of them",
      })
  void whatWouldHelpIsSaid(String query, String help) {
    String message = refusal(query).path("message").asText();
    assertTrue(
        message.contains("; the limit is 10000. The largest part of it is for \"")
            && message.contains(help),
        message);
  }

  @Test
  void whatIsSaidToHelpDoes() {
    String query =
        "{ meetings(first: %d) { nodes { statements(first: 100) { nodes { speakers { name } } } } } }";
    String message = refusal(query.formatted(100)).path("message").asText();
    Matcher first = Pattern.compile("\"meetings\": with \"first: (\\d+)\"").matcher(message);
    assertTrue(first.find(), message);
    int fits = Integer.parseInt(first.group(1));
    assertAnswered(query.formatted(fits));
    refusal(query.formatted(fits + 1));
  }

  private void assertAnswered(String query) {
    JsonNode answer = GraphqlClient.ask(query);
    assertFalse(answer.has("errors"), () -> answer.path("errors").toString());
  }

  private void assertRefused(String limit, int maximum, int size, String query) {
    JsonNode error = refusal(query);
    assertEquals(limit, error.at("/extensions/limit").asText());
    assertEquals(maximum, error.at("/extensions/maximum").asInt());
    assertEquals(size, error.at("/extensions/size").asInt());
    String message = error.path("message").asText();
    assertTrue(
        message.contains("%d".formatted(size))
            && message.contains("; the limit is %d. ".formatted(maximum)),
        message);
  }

  private JsonNode refusal(String query) {
    sessions.getStatistics().clear();
    JsonNode answer = GraphqlClient.ask(query);
    assertEquals(0, sessions.getStatistics().getPrepareStatementCount());
    assertFalse(answer.has("data"));
    assertEquals(
        "LIMIT_EXCEEDED", answer.at("/errors/0/extensions/code").asText(), answer::toString);
    return answer.at("/errors/0");
  }

  private static void assertRefusedBeforeParsing(
      String limit, int size, String query, Map<String, ?> variables) {
    RestAssured.given()
        .contentType("application/json")
        .body(Map.of("query", query, "variables", variables))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("errors[0].extensions.limit", equalTo(limit))
        .body("errors[0].extensions.size", equalTo(size));
  }

  /** Each name is asked for in a language that is none. */
  @Test
  void errorsOfManyObjects() {
    StringBuilder names = new StringBuilder();
    for (char alias = 'a'; alias < 'o'; alias++) {
      names.append(alias).append(":name(language:\"1\")");
    }
    JsonNode answer =
        GraphqlClient.ask(
            "{ statements(first: 100) { nodes { meeting { participations { participant { %s } } } } } }"
                .formatted(names));
    assertEquals(
        "errors in the answer",
        answer.at("/errors/0/extensions/limit").asText(),
        answer.at("/errors/0").toString());
    assertEquals(1, answer.path("errors").size());
  }

  private static String times(int many, IntFunction<String> field) {
    return IntStream.range(0, many).mapToObj(field).collect(Collectors.joining(" "));
  }
}
