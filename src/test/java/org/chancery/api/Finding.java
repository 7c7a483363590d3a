package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
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
          "2021-09-01/2021-09-03");

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
    loader.load(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          date: { from: "2021-09-02", to: "2021-09-02" } | 2021 2021-08-31/ 2021-09 2021-09-01/2021-09-03 2021-XX 202X
          date: { from: "2021-09-01", to: "2021-09-01" } | 2021 2021-08-31/ 2021-09 2021-09-01 2021-09-01/2021-09-03 2021-XX 202X
          date: { to: "1900-01-01" }                     | ../2020-05
          date: { from: "2050-01-01" }                   | 2021-08-31/
          date: { from: "1972-06-01", to: "1972-06-30" } | ../2020-05 1972~
          date: { from: "2020-12-31", to: "2021-01-01" } | 2019/2020 2021 2021-XX 202X
          date: { from: "2020-06-01", to: "2020-06-02" } | 2019/2020 202X
          date: { from: "2030-01-01", to: "2030-12-31" } | 2021-08-31/
          date: {}                                       | ALL
          participants: { noneOf: ["wang-yi"] }          | ALL
          parties: { noneOf: ["CN"] }, topics: { noneOf: ["cop26"] } | ALL
          participants: { allOf: [] }                    | ALL
          participants: { anyOf: ["wang-yi"] }           | NONE
          topics: { allOf: ["cop26"] }                   | NONE
          account: {}                                    | NONE
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

  private static void line(StringBuilder lines, String json) {
    lines.append(json.replace('\'', '"')).append('\n');
  }

  private static UUID id() {
    return new UUID(0xf1_4d_00_00_7000L, 0x8000_0000_0000_0000L | ++ids);
  }
}
