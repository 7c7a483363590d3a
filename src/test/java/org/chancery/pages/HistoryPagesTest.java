package org.chancery.pages;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.chancery.GraphqlClient;
import org.chancery.SampleToEditOnH2;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What became of a thing, as people read it. */
@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class HistoryPagesTest {
  @Test
  void aCorrectionAndAWithdrawalCanBeRead() {
    GraphqlClient.edited(
        "mutation($input: TopicInput!) { recordTopic(input: $input) { topic { key } } }",
        "input",
        Map.of("key", "paged", "name", "Shipping in the Arctic"));
    int corrected =
        GraphqlClient.edited(
                "mutation { amendTopic(key: \"paged\", expectedVersion: 0, input: {name: \"Shipping near the Arctic\", sameAs: [\"https://example.org/arctic\"]}, reason: \"As the <source> has it\") { revision { number } } }")
            .at("/amendTopic/revision/number")
            .asInt();
    Document history = page("/topics/paged/history", 200);
    assertEquals("in", history.select(".changes > li").get(1).select("del").text());
    assertEquals(
        "near https://example.org/arctic",
        history.select(".changes > li").get(1).select("ins").text());
    assertTrue(history.text().contains("by editor: As the <source> has it"), history.text());
    assertTrue(history.select(".differences dt").eachText().contains("sameAs › 1"), history.text());
    assertEquals(
        "../../topics/paged?asOf=" + corrected,
        history.select(".changes h2 a").eachAttr("href").get(1));
    assertEquals(
        "Shipping in the Arctic",
        page("/topics/paged?asOf=" + (corrected - 1), 200).select("h1").text());

    assertTrue(
        page("/changes", 200)
            .select(".changes li")
            .get(0)
            .text()
            .contains("amended topic Shipping near the Arctic"));
    GraphqlClient.edited(
        "mutation { withdraw(kind: TOPIC, key: \"paged\", expectedVersion: 1, reason: \"A test\") { revision { number } } }");
    Document gone = page("/topics/paged", 410);
    assertTrue(gone.text().contains("because: A test"), gone.text());
    assertEquals(
        "Shipping near the Arctic",
        page("/topics/" + gone.select("main a").attr("href").replaceFirst(".*/", ""), 200)
            .select("h1")
            .text());
    // What became of it can be read where it was, and its feed is well formed.
    Document goneToo = page("/topics/paged/history", 410);
    String before = goneToo.select("main a").attr("href").replaceFirst("^(../)+", "/");
    assertTrue(page(before, 200).text().contains("As the <source> has it"));
    given()
        .get("/changes.atom")
        .then()
        .body("feed.entry[0].title", containsString("A test"))
        .body("feed.entry[1].title", containsString("As the <source> has it"));
    Document changes = page("/changes", 200);
    assertTrue(changes.select(".changes li").get(0).text().contains("withdrawn topic paged"));
  }

  /** Nothing is said of what it leaves out. */
  @Test
  void anAccountOfWhichNothingIsRecordedDoesNotKeepSilent() {
    GraphqlClient.edited(
        "mutation { recordMeeting(input: {key: \"unread\", title: \"Unread\", date: \"1950\", status: HELD, format: PHONE, participations: [{participant: \"wang-yi\", party: \"CN\"}], accounts: [{key: \"unread-a\", kind: MEMOIR, statements: [{key: \"unread-s\", speakers: [{participant: \"wang-yi\"}], act: STATE, mode: INDIRECT, text: \"So.\"}]}, {key: \"unread-b\", kind: MEMORANDUM, statements: []}, {key: \"unread-c\", kind: DISPATCH, statements: [{key: \"unread-t\", speakers: [{party: \"CN\"}], act: STATE, mode: INDIRECT, text: \"Thus.\"}]}]}) { userErrors { message } } }");
    Document meeting = page("/meetings/unread", 200);
    assertEquals(
        List.of(
            "No statement of it is recorded.",
            "Does not report this.",
            "Does not report this.",
            "No statement of it is recorded."),
        meeting.select(".omitted").eachText());
    assertTrue(
        meeting.text().contains("Memorandum: no statement of it is recorded."), meeting.text());
    JsonNode compared =
        GraphqlClient.data(
                "{ meeting(key: \"unread\") { accounts { silentOn { name } } comparison { points { omittedBy { key } } silences { account { key } } } } }")
            .path("meeting");
    assertEquals(
        "[{\"silentOn\":[]},{\"silentOn\":null},{\"silentOn\":[{\"name\":\"Wang Yi\"}]}]",
        compared.path("accounts").toString());
    assertEquals(
        "{\"points\":[{\"omittedBy\":[{\"key\":\"unread-c\"}]},{\"omittedBy\":[{\"key\":\"unread-a\"}]}],\"silences\":[{\"account\":{\"key\":\"unread-a\"}},{\"account\":{\"key\":\"unread-c\"}}]}",
        compared.path("comparison").toString());
    GraphqlClient.edited(
        "mutation { withdraw(kind: MEETING, key: \"unread\", expectedVersion: 0, reason: \"A test\") { revision { number } } }");
  }

  /** How many there are is kept until the next revision. */
  @Test
  void whatIsCountedIsThatOfTheNewestRevision() {
    int before = topics(page("/topics?q=counted", 200));
    assertEquals(before, topics(page("/topics?q=counted", 200)));
    GraphqlClient.edited(
        "mutation { recordTopic(input: {key: \"counted\", name: \"Counted\"}) { revision { number } } }");
    assertEquals(before + 1, topics(page("/topics?q=counted", 200)));
    GraphqlClient.edited(
        "mutation { withdraw(kind: TOPIC, key: \"counted\", expectedVersion: 0, reason: \"A test\") { revision { number } } }");
    assertEquals(before, topics(page("/topics?q=counted", 200)));
  }

  private static int topics(Document list) {
    return Integer.parseInt(list.select("p.facts").text().replaceFirst(" .*", ""));
  }

  private static Document page(String path, int status) {
    Response answer = given().accept("text/html").get(path);
    assertEquals(status, answer.statusCode(), answer.asString());
    return Jsoup.parse(answer.asString());
  }
}
