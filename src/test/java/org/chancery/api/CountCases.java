package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.ManyMeetings;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted is what a list with the same filter has, one sort at a time. */
abstract class CountCases {

  @Inject DocumentLoader loader;

  @BeforeEach
  void loadOnce() {
    if (GraphqlClient.data("{ party(key: \"count-A\") { id } }").path("party").isNull()) {
      Documents.load(loader, ManyMeetings.document("count", 40));
    }
  }

  @ParameterizedTest(name = "{0} by {2} under {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meeting   |                                                              | PARTY        | parties: { anyOf: [KEY] }
          meeting   |                                                              | PARTICIPANT  | participants: { anyOf: [KEY] }
          meeting   |                                                              | TOPIC        | topics: { anyOf: [KEY] }
          meeting   |                                                              | FORMAT       | format: { anyOf: [NAME] }
          meeting   | participants: { anyOf: ["count-person-1"] }                  | PARTICIPANT  | participants: { anyOf: ["count-person-1"], allOf: [KEY] }
          meeting   | text: "meeting 1", topics: { noneOf: ["cop26"] }             | PARTY        | text: "meeting 1", topics: { noneOf: ["cop26"] }, parties: { anyOf: [KEY] }
          meeting   | account: { side: { anyOf: ["count-A"] } }                               | FORMAT       | account: { side: { anyOf: ["count-A"] } }, format: { anyOf: [NAME] }
          meeting   | date: { from: "2000-03-05", to: "2021-09-01" }               | PARTICIPANT  | date: { from: "2000-03-05", to: "2021-09-01" }, participants: { anyOf: [KEY] }
          statement |                                                              | ACT          | act: { anyOf: [NAME] }
          statement |                                                              | MODE         | mode: { anyOf: [NAME] }
          statement |                                                              | SPEAKER      | speaker: { SPEAKING: { anyOf: [KEY] } }
          statement |                                                              | PARTY        | speaker: { sides: { anyOf: [KEY] } }
          statement |                                                              | TOPIC        | topics: { anyOf: [KEY] }
          statement |                                                              | ACCOUNT_KIND | account: { kind: { anyOf: [NAME] } }
          statement | nested: true, meeting: { participants: { anyOf: ["count-person-3"] } } | SPEAKER | nested: true, meeting: { participants: { anyOf: ["count-person-3"] } }, speaker: { SPEAKING: { anyOf: [KEY] } }
          statement | text: "word", hasQuotation: true                             | PARTY        | text: "word", hasQuotation: true, speaker: { sides: { anyOf: [KEY] } }
          """)
  void areWhatTheListHas(String thing, String filter, String by, String one) {
    JsonNode counts =
        GraphqlClient.data(
                "{ %sCounts(by: %s, first: 100, filter: { %s }) { nodes { key count } } }"
                    .formatted(thing, by, filter == null ? "" : filter))
            .elements()
            .next()
            .path("nodes");
    assertTrue(counts.size() > 0);
    for (JsonNode count : counts) {
      if (!count.path("key").isNull()) {
        String key = count.path("key").asText();
        String narrowed =
            one.replace("KEY", '"' + key + '"')
                .replace("NAME", key)
                .replace(
                    "SPEAKING",
                    one.contains("SPEAKING") && isParticipant(key) ? "participants" : "parties");
        int listed =
            GraphqlClient.data("{ %ss(filter: { %s }) { totalCount } }".formatted(thing, narrowed))
                .at("/" + thing + "s/totalCount")
                .asInt();
        assertEquals(listed, count.path("count").asInt(), narrowed);
      }
    }
  }

  private static boolean isParticipant(String key) {
    return !GraphqlClient.data("query($key: String!) { participant(key: $key) { id } }", "key", key)
        .path("participant")
        .isNull();
  }
}
