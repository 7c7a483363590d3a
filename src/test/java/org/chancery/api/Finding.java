package org.chancery.api;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings of which the record says little, or nothing exact, are found for what they can be. */
abstract class Finding {

  /** Each is the date of a meeting that has neither participants nor topics nor accounts. */
  private static final List<String> DATES =
      List.of(
          "2021-09-01",
          "2021-09",
          "2021",
          "202X",
          "2021-XX",
          "1972~",
          "2019/2020",
          "2021-08-31/",
          "../2020-05",
          "2021-09-01/2021-09-03",
          "2021-09-01T23:00:00-08:00",
          "XXXX");

  private static int ids;

  @Inject DocumentLoader loader;

  @BeforeEach
  void loadOnce() {
    if (!GraphqlClient.data("{ event(key: \"find-event\") { id } }").path("event").isNull()) {
      return;
    }
    StringBuilder lines = new StringBuilder();
    line(
        lines,
        "{'type':'event','id':'%s','key':'find-event','title':'Event','date':'20XX'}"
            .formatted(id()));
    for (int i = 0; i < DATES.size(); i++) {
      line(
          lines,
          "{'type':'meeting','id':'%s','key':'find-%d','title':'M','date':'%s','status':'HELD','format':'PHONE','event':'find-event'}"
              .formatted(id(), i, DATES.get(i)));
    }
    for (int i = 0; i < 21; i++) {
      line(
          lines,
          "{'type':'topic','id':'%s','key':'find-topic-%d','name':'Topic'}".formatted(id(), i));
    }
    Documents.load(loader, lines.toString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date: { from: "2021-09-02", to: "2021-09-02" } | 2021 2021-09 2021-09-01/2021-09-03 2021-XX 202X
          date: { from: "2021-09-01", to: "2021-09-01", match: OVERLAPS } | 2021 2021-09 2021-09-01 2021-09-01/2021-09-03 2021-09-01T23:00:00-08:00 2021-XX 202X
          date: { from: "2021-08-31", to: "2021-08-31" } | 2021 2021-08-31/ 2021-XX 202X
          date: { to: "1900-01-01" }                     | NONE
          date: { from: "2050-01-01" }                   | NONE
          date: { from: "2020-05-31", to: "2020-05-31" } | ../2020-05 2019/2020 202X
          date: { from: "1972-06-01", to: "1972-06-30" } | 1972~
          date: { from: "2020-12-31", to: "2021-01-01" } | 2019/2020 2021 2021-XX 202X
          date: { from: "2021-09-02", to: "2021-09-02", match: POSSIBLE } | 2021 2021-08-31/ 2021-09 2021-09-01/2021-09-03 2021-XX 202X XXXX
          date: { to: "1900-01-01", match: POSSIBLE }    | ../2020-05 XXXX
          date: { from: "2150-01-01", match: POSSIBLE }  | 2021-08-31/ XXXX
          date: { from: "2021-01-01", to: "2021-12-31", match: WITHIN } | 2021 2021-09 2021-09-01 2021-09-01/2021-09-03 2021-09-01T23:00:00-08:00 2021-XX
          date: { from: "2021-09-01", match: WITHIN }    | 2021-09 2021-09-01 2021-09-01/2021-09-03 2021-09-01T23:00:00-08:00
          date: { to: "1972-12-31", match: WITHIN }      | 1972~
          date: { from: "2021-08-31", to: "2021-09-01", match: STARTS } | 2021-08-31/ 2021-09 2021-09-01 2021-09-01/2021-09-03 2021-09-01T23:00:00-08:00
          date: { from: "2019-01-01", to: "2020-01-01", match: STARTS } | 2019/2020 202X
          date: { match: WITHIN }                        | ALL
          date: {}                                       | ALL
          participants: { noneOf: ["wang-yi"] }          | ALL
          parties: { noneOf: ["CN"] }, topics: { noneOf: ["cop26"] } | ALL
          participants: { allOf: [] }                    | ALL
          participants: { anyOf: ["wang-yi"] }           | NONE
          topics: { allOf: ["cop26"] }                   | NONE
          account: {}                                    | ALL
          account: { kind: {}, side: { allOf: [] } }     | ALL
          account: { kind: { noneOf: [MEMOIR] } }        | NONE
          event: { noneOf: ["2021-tianjin-climate-talks"] } | ALL
          event: { allOf: ["find-event", "2021-tianjin-climate-talks"] } | NONE
          format: { anyOf: [PHONE], noneOf: [PHONE] }    | NONE
          format: { noneOf: [VIDEO, IN_PERSON] }         | ALL
          text: "-elsewhere"                             | ALL
          text: "m -m"                                   | NONE
          """)
  void finds(String filter, String dates) {
    List<String> found = new ArrayList<>();
    JsonNode meetings =
        GraphqlClient.data(
                "{ event(key: \"find-event\") { meetings(filter: { %s }) { totalCount nodes { date { edtf } } } } }"
                    .formatted(filter))
            .at("/event/meetings");
    meetings.path("nodes").forEach(node -> found.add(node.at("/date/edtf").asText()));
    Collections.sort(found);
    assertEquals(
        switch (dates) {
          case "ALL" -> DATES.stream().sorted().toList();
          case "NONE" -> List.of();
          default -> List.of(dates.split(" ", -1));
        },
        found);
    assertEquals(found.size(), meetings.path("totalCount").asInt());
  }

  /**
   * Those of a day stand in the order in which they were, and what has no date after all others.
   */
  @Test
  void standNewestFirst() {
    List<String> found = new ArrayList<>();
    GraphqlClient.data("{ event(key: \"find-event\") { meetings { nodes { date { edtf } } } } }")
        .at("/event/meetings/nodes")
        .forEach(node -> found.add(node.at("/date/edtf").asText()));
    assertEquals("2021-09-01T23:00:00-08:00", found.get(0));
    assertEquals("2021-08-31/", found.get(4));
    assertEquals("XXXX", found.get(found.size() - 1));
  }

  /** What stands inside of a meeting is not turned with the meetings. */
  @Test
  void statementsOfTheNewestMeetingAreInItsOrder() {
    JsonNode found =
        GraphqlClient.data(
            "{ own: statements(first: 100) { nodes { key } } newest: statements(first: 100, orderBy: {field: DATE, direction: DESC}) { nodes { key } }"
                + " last: statements(last: 100) { nodes { key } } oldest: statements(first: 100, orderBy: {field: DATE, direction: ASC}) { nodes { key } }"
                + " reading: meeting(key: \"2021-09-01-wang-kerry\") { statements(first: 100) { nodes { key } } turned: statements(first: 100, orderBy: {field: DATE, direction: DESC}) { nodes { key } } } }");
    assertEquals(found.path("own"), found.path("newest"));
    assertNotEquals(found.path("last"), found.path("oldest"));
    assertEquals(found.at("/reading/statements"), found.at("/reading/turned"));
  }

  /** Each would be a condition of its own, and each number of them another query to keep. */
  @Test
  void allOfSomeThingsIsOfFewAndOfEachOnce() {
    String many = "\"climate-change\" ".repeat(100);
    JsonNode found =
        GraphqlClient.data(
            "{ once: meetings(filter: {topics: {allOf: [\"climate-change\"]}}) { totalCount } often: meetings(filter: {topics: {allOf: [%s]}}) { totalCount } }"
                .formatted(many));
    assertEquals(found.path("once"), found.path("often"));

    String keys =
        IntStream.range(0, 21).mapToObj(i -> "\"find-topic-" + i + "\"").collect(joining(" "));
    JsonNode error =
        GraphqlClient.ask(
                "{ meetings(filter: {topics: {allOf: [%s]}}) { totalCount } }".formatted(keys))
            .at("/errors/0");
    assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText());
    assertEquals(
        "\"topics\" asks for 21 things that all have to be there: ask for 20 at most.",
        error.path("message").asText());
  }

  private static void line(StringBuilder lines, String json) {
    lines.append(json.replace('\'', '"')).append('\n');
  }

  private static UUID id() {
    return new UUID(0xf1_4d_00_00_7000L, 0x8000_0000_0000_0000L | ++ids);
  }
}
