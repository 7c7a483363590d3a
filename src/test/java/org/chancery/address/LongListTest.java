package org.chancery.address;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.TreeSet;
import org.chancery.Documents;
import org.chancery.ScratchOnH2;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.Test;

/** What an address answers of a list that is longer than one answer. */
@QuarkusTest
@TestProfile(ScratchOnH2.class)
class LongListTest {

  private static final int MEETINGS = 101;

  @Inject DocumentLoader loader;

  @Test
  void goesOnWhereTheAnswerSaysSo() throws IOException {
    StringBuilder document =
        new StringBuilder(
            "{\"type\":\"event\",\"key\":\"long-event\",\"title\":\"Long\",\"date\":\"2001\"}\n");
    for (int i = 1; i <= MEETINGS; i++) {
      document.append(
          "{\"type\":\"meeting\",\"key\":\"long-%d\",\"title\":\"Met\",\"date\":\"2001\",\"status\":\"HELD\",\"format\":\"PHONE\",\"event\":\"long-event\"}\n"
              .formatted(i));
    }
    Documents.load(loader, document.toString());
    JsonNode first = event("/events/long-event");
    assertEquals(100, first.path("subEvent").size());
    JsonNode rest = event(first.at("/hydra:next/@id").asText());
    assertFalse(rest.has("hydra:next"));
    TreeSet<String> all = new TreeSet<>();
    first.path("subEvent").forEach(meeting -> all.add(meeting.path("@id").asText()));
    rest.path("subEvent").forEach(meeting -> all.add(meeting.path("@id").asText()));
    assertEquals(MEETINGS, all.size());
  }

  private static JsonNode event(String address) throws IOException {
    return new ObjectMapper()
        .readTree(
            given()
                .urlEncodingEnabled(false)
                .accept("application/ld+json")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
  }

  @Test
  void aCursorThatIsNoneIsToldSo() {
    given()
        .get("/events/2021-tianjin-climate-talks?after=nonsense")
        .then()
        .statusCode(400)
        .body("error", containsString("is not a cursor"));
  }
}
