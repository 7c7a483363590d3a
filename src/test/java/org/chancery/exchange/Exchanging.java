package org.chancery.exchange;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.chancery.Documents;
import org.chancery.EachStatement;
import org.chancery.GraphqlClient;
import org.chancery.document.RecordExport;
import org.chancery.revision.HistoryCheck;
import org.chancery.revision.RecordVerification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The record as a document, over HTTP. */
abstract class Exchanging {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject RecordExport export;
  @Inject RecordVerification verification;

  @TestHTTPResource("/record")
  URI record;

  @AfterEach
  void watchNoLonger() {
    EachStatement.letGo();
  }

  @Test
  void theRecordComesAsItIsAndAsItWas() {
    post("{\"type\":\"topic\",\"key\":\"first\",\"name\":\"First\"}").statusCode(200);
    Response before = given().get("/record");
    assertEquals(Documents.exported(export), before.asString());
    assertEquals("application/x-ndjson", before.contentType());
    int revision = Integer.parseInt(before.header("Chancery-Revision"));
    given().header("If-None-Match", before.header("ETag")).get("/record").then().statusCode(304);
    given()
        .head("/record")
        .then()
        .statusCode(200)
        .header("Chancery-Revision", String.valueOf(revision));

    post("{\"type\":\"topic\",\"key\":\"first\",\"name\":\"Later\"}")
        .statusCode(200)
        .body("lines", equalTo(1))
        .body("changes", equalTo(1))
        .body("revision", equalTo(revision + 1));
    given()
        .get("/record?asOf=" + revision)
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("max-age=86400"))
        .body(equalTo(before.asString()));
    assertTrue(given().get("/record").asString().contains("Later"));
    assertEquals("", given().get("/record?asOf=0").asString());
    String at =
        GraphqlClient.data("query($n: Int!) { revision(number: $n) { at } }", "n", revision)
            .at("/revision/at")
            .asText();
    assertEquals(before.asString(), given().get("/record?asOf=" + at).asString());
    given().get("/record?asOf=99999").then().statusCode(404);
    given().get("/record?asOf=-999999-01-01T00:00:00Z").then().statusCode(400);
    given().get("/record?asOf=lately").then().statusCode(400);
  }

  @Test
  void whatHasChangedSinceIsTold() {
    int before =
        post("{\"type\":\"topic\",\"key\":\"since-a\",\"name\":\"A\"}").extract().path("revision");
    post("{\"type\":\"topic\",\"key\":\"since-b\",\"name\":\"B\"}").statusCode(200);
    post("{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"since-a\"}")
        .statusCode(200)
        .body("changes", equalTo(1));
    post("{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"since-a\"}")
        .statusCode(200)
        .body("changes", equalTo(0));
    Response since = given().get("/record?since=" + before);
    List<String> lines = since.asString().lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).contains("\"key\":\"since-b\""), lines.get(0));
    assertTrue(lines.get(1).contains("\"key\":\"since-a\"}"), lines.get(1));
    assertEquals(
        "attachment; filename=\"record-%d-to-%s.ndjson\""
            .formatted(before, since.header("Chancery-Revision")),
        since.header("Content-Disposition"));
    assertEquals(given().get("/record").asString(), given().get("/record?since=0").asString());
    given()
        .header("If-None-Match", since.header("ETag"))
        .get("/record?since=" + before)
        .then()
        .statusCode(304);
    given().header("If-None-Match", since.header("ETag")).get("/record").then().statusCode(200);
    assertEquals("", given().get("/record?since=%1$d&asOf=%1$d".formatted(before)).asString());
    given()
        .get("/record?since=%d&asOf=1".formatted(before))
        .then()
        .statusCode(404)
        .body(containsString("is before, or the last one"));
    given().get("/record?since=lately").then().statusCode(400);
    given().get("/record.zip?since=1").then().statusCode(400);
  }

  @Test
  void someMeetingsComeWithAllThatTheyName() {
    String filter =
        "{\"participants\": {\"anyOf\": [\"john-kerry\"]}, \"status\": {\"anyOf\": [\"HELD\"]}}";
    Response some = meetings(filter);
    assertEquals(200, some.statusCode(), some.asString());
    List<String> lines = some.asString().lines().toList();
    List<String> all = given().get("/record").asString().lines().toList();
    assertEquals(all.stream().filter(lines::contains).toList(), lines);
    assertEquals(
        GraphqlClient.data(
                "{ meetings(filter: {participants: {anyOf: [\"john-kerry\"]}, status: {anyOf: [HELD]}}) { totalCount } }")
            .at("/meetings/totalCount")
            .asLong(),
        lines.stream().filter(line -> line.startsWith("{\"type\":\"meeting\"")).count());
    for (String left : all) {
      if (!lines.contains(left) && !left.startsWith("{\"type\":\"meeting\"")) {
        String key = left.replaceAll(".*?\"key\":(\"[^\"]*\").*", "$1");
        assertFalse(some.asString().replaceAll("\"country\":\"..\"", "").contains(":" + key), key);
      }
    }
    assertTrue(lines.size() > 5 && lines.size() < all.size(), lines.size() + " of " + all.size());
    assertFalse(some.header("ETag").equals(given().get("/record").header("ETag")));
    assertEquals(400, meetings("Kerry").statusCode());
    Response unknown = meetings("{\"colour\": \"red\"}");
    assertEquals(400, unknown.statusCode());
    assertTrue(unknown.asString().contains("colour"), unknown.asString());
    given()
        .queryParam("meetings", "{}")
        .queryParam("since", 1)
        .get("/record")
        .then()
        .statusCode(400);
    assertEquals(
        given().get("/record?asOf=1").asString().lines().filter(lines::contains).toList(),
        given()
            .queryParam("meetings", filter)
            .queryParam("asOf", 1)
            .get("/record")
            .asString()
            .lines()
            .filter(lines::contains)
            .toList());
  }

  /** A thing stands in a document once. */
  @Test
  void whatIsWithdrawnIsNothingElseInTheSameDocument() {
    String id = "01a30000-0000-7001-8000-00006b09b295";
    String topic =
        "{\"type\":\"topic\",\"id\":\"%s\",\"key\":\"once\",\"name\":\"Once\"}".formatted(id);
    String gone = "{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"once\"}";
    String event =
        "{\"type\":\"event\",\"key\":\"once\",\"title\":\"Once\",\"date\":\"2020\",\"topics\":[\"once\"]}";
    for (String newOrNot : List.of("new", "known")) {
      for (String document :
          List.of(topic + "\n" + gone, gone + "\n" + topic, topic + "\n" + gone + "\n" + event)) {
        // Where it is new, the withdrawal before it is of nothing.
        post(document).statusCode(newOrNot.equals("new") && document.startsWith(gone) ? 200 : 422);
        if (newOrNot.equals("new") && document.startsWith(gone)) {
          post(gone).statusCode(200).body("changes", equalTo(1));
        }
      }
      post(topic).statusCode(200);
      post(gone + "\n" + event).statusCode(422).body("errors.size()", equalTo(1));
    }
    assertEquals(List.of(), verification.verify(List.of(), number -> {}).faults());
  }

  /** What was kept in a merge can be withdrawn. */
  @Test
  void whatLeadsNowhereAnyMoreIsToldAsGone() {
    String topics =
        "{\"type\":\"topic\",\"key\":\"led-a\",\"name\":\"A\"}\n{\"type\":\"topic\",\"key\":\"led-b\",\"name\":\"B\"}";
    int before = post(topics).statusCode(200).extract().path("revision");
    post("{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"led-a\",\"into\":\"led-b\"}")
        .statusCode(200);
    assertTrue(
        given()
            .get("/record?since=" + before)
            .asString()
            .contains("\"key\":\"led-a\",\"into\":\"led-b\"}"));
    post("{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"led-b\"}").statusCode(200);
    String since = given().get("/record?since=" + before).asString();
    assertEquals(2, since.lines().count(), since);
    assertTrue(since.contains("\"key\":\"led-a\"}"), since);
    post("{\"type\":\"event\",\"key\":\"led\",\"title\":\"Led\",\"date\":\"2020\",\"topics\":[\"led-a\"]}")
        .statusCode(422)
        .body("errors[0].extensions.fault", equalTo("NOT_FOUND"));
    post("{\"type\":\"topic\",\"key\":\"led-a\",\"name\":\"A again\"}").statusCode(200);
    given().get("/record?since=4294967295").then().statusCode(400);
    assertEquals(List.of(), verification.verify(List.of(), number -> {}).faults());
  }

  /** What the lines before have made of things holds for the lines behind them, written or not. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "into what is new | {'type':'party','key':'P-1','name':'1','kind':'STATE'} |"
            + " {'type':'party','key':'P-0','name':'0','kind':'STATE'} / {'type':'withdrawal','of':'party','key':'P-1','into':'P-0'} | P-1",
        "one after the other | {'type':'party','key':'P-0','name':'0','kind':'STATE'} / {'type':'party','key':'P-1','name':'1','kind':'STATE'}"
            + " / {'type':'party','key':'P-2','name':'2','kind':'STATE'} |"
            + " {'type':'withdrawal','of':'party','key':'P-2','into':'P-1'} / {'type':'withdrawal','of':'party','key':'P-1','into':'P-0'} | P-2",
        "of what led there before | {'type':'party','key':'P-1','name':'1','kind':'STATE'} / {'type':'party','key':'P-2','name':'2','kind':'STATE'}"
            + " // {'type':'withdrawal','of':'party','key':'P-2','into':'P-1'} |"
            + " {'type':'party','key':'P-0','name':'0','kind':'STATE'} / {'type':'withdrawal','of':'party','key':'P-1','into':'P-0'} | P-2",
        "of what is recorded again | {'type':'party','key':'P-0','name':'0','kind':'STATE'} / {'type':'party','key':'P-2','name':'2','kind':'STATE'}"
            + " // {'type':'withdrawal','of':'party','key':'P-2','into':'P-0'} // {'type':'withdrawal','of':'party','key':'P-0'} |"
            + " {'type':'party','key':'P-0','name':'0','kind':'STATE'} | P-2",
      })
  void whatIsNamedIsWhatTheLinesBeforeMadeOfIt(
      String name, String before, String document, String named) {
    String key = "made-" + NUMBERS.incrementAndGet();
    for (String one : before.split("//", -1)) {
      post(lines(one, key)).statusCode(200);
    }
    String participant = "{'type':'participant','key':'P-x','name':'NAME','party':'NAMED'}";
    String whole =
        lines(document + "/" + participant.replace("NAMED", named).replace("NAME", "X"), key);
    post(whole, "?check=true").statusCode(200);
    post(whole).statusCode(200);
    assertEquals(
        key + "-0",
        GraphqlClient.data("{ participant(key: \"%s-x\") { party { key } } }".formatted(key))
            .at("/participant/party/key")
            .asText());
    post(lines(participant.replace("NAMED", "P-0").replace("NAME", "Y"), key)).statusCode(200);
    assertEquals(List.of(), verification.verify(List.of(), number -> {}).faults());
  }

  /** Whether it is written or only looked at. */
  @Test
  void whatAWithdrawnMeetingCarriedIsForOthers() {
    String key = "made-" + NUMBERS.incrementAndGet();
    String meeting =
        "{'type':'meeting','key':'P-NUMBER','title':'T','date':'2021','status':'HELD','format':'PHONE','accounts':[{'key':'P-a','kind':'MEMOIR'}]}";
    post(lines(meeting.replace("NUMBER", "1"), key)).statusCode(200);
    String document =
        lines(
            "{'type':'withdrawal','of':'meeting','key':'P-1'}/" + meeting.replace("NUMBER", "2"),
            key);
    post(document, "?check=true").statusCode(200).body("changes", equalTo(4));
    post(document).statusCode(200).body("changes", equalTo(4));
  }

  private static String lines(String told, String key) {
    return told.strip().replace('\'', '"').replace("\"P-", "\"" + key + "-").replace("/", "\n");
  }

  /** The lines before are not written then. */
  @Test
  void aTrialKnowsWhatLinesBeforeGiveAway() {
    String meeting =
        "{\"type\":\"meeting\",\"key\":\"gives-%s\",\"title\":\"T\",\"date\":\"1956\",\"status\":\"HELD\",\"format\":\"PHONE\",\"accounts\":[{\"key\":\"gives-%s\",\"kind\":\"MEMOIR\",\"statements\":[%s]}]}";
    String statement =
        "{\"id\":\"01a30000-0000-7001-8000-00006b09b296\",\"key\":\"gives-s\",\"speakers\":[{\"party\":\"CN\"}],\"act\":\"STATE\",\"mode\":\"INDIRECT\",\"text\":\"So.\"}";
    post(meeting.formatted("a", "a", statement)).statusCode(200);
    String moved = meeting.formatted("a", "a", "") + "\n" + meeting.formatted("b", "b", statement);
    post(moved, "?check=true").statusCode(200);
    post(moved).statusCode(200);
    assertEquals(List.of(), verification.verify(List.of(), number -> {}).faults());
  }

  private static Response meetings(String filter) {
    return given().queryParam("meetings", filter).get("/record");
  }

  @Test
  void allOfThePastComesWithItsProof() throws Exception {
    post("{\"type\":\"topic\",\"key\":\"proven\",\"name\":\"Proven\"}").statusCode(200);
    Response history = given().get("/record/history");
    assertEquals("application/x-ndjson", history.contentType());
    RecordVerification.Result checked =
        HistoryCheck.check(
            new ByteArrayInputStream(history.asByteArray()),
            List.of(given().get("/record/head").asString()),
            number -> {});
    assertEquals(List.of(), checked.faults());
    assertEquals(
        history.header("Chancery-Revision"),
        String.valueOf(Objects.requireNonNull(checked.head()).size()));
    given().get("/record/history?asOf=1").then().statusCode(400);
    given().delete("/record/history").then().statusCode(405);
  }

  @Test
  void aHistoryComesIntoAnEmptyRecordAlone() {
    byte[] history = given().get("/record/history").asByteArray();
    long revisions = revisions();
    given()
        .contentType("application/x-ndjson")
        .body(history)
        .post("/record/history")
        .then()
        .statusCode(401);
    editor()
        .contentType("application/x-ndjson")
        .body(history)
        .post("/record/history?partial=true")
        .then()
        .statusCode(400)
        .body("errors[0].message", equalTo("There are no parameters here: leave \"partial\" out."));
    editor()
        .contentType("application/x-ndjson")
        .body(history)
        .post("/record/history")
        .then()
        .statusCode(422)
        .body("errors[0].message", containsString("a history goes into an empty one"))
        .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    assertEquals(revisions, revisions());
  }

  private static long revisions() {
    return GraphqlClient.data("{ revisions { totalCount } }").at("/revisions/totalCount").asLong();
  }

  @Test
  void onlyEditorsAmendIt() {
    String line = "{\"type\":\"topic\",\"key\":\"of-nobody\",\"name\":\"Of nobody\"}";
    given()
        .contentType("application/x-ndjson")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post("/record")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Basic"))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
    // As a form of another site could send it.
    editor()
        .contentType("text/plain")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post("/record")
        .then()
        .statusCode(415);
    assertFalse(Documents.exported(export).contains("of-nobody"));
  }

  @Test
  void allFaultsAreToldWithTheirPlaces() {
    String before = Documents.exported(export);
    post("""
        {"type":"topic","key":"fine","name":"Fine"}
        {"type":"participant","key":"p","name":"P","party":"nowhere"}
        {
        """)
        .statusCode(422)
        .body("errors.extensions.line", equalTo(List.of(2, 3)))
        .body("errors[0].extensions.path", equalTo("/party"))
        .body("errors[0].extensions.fault", equalTo("NOT_FOUND"))
        .body("errors[0].message", containsString("There is no party"));
    assertEquals(before, Documents.exported(export));
  }

  @Test
  void whatIsThereAlreadyMakesNoRevision() {
    String all = Documents.exported(export);
    post(all).statusCode(200).body("changes", equalTo(0)).body("revision", equalTo(null));
  }

  @Test
  void aTrialWritesNothing() {
    String name = "tried-" + NUMBERS.incrementAndGet();
    editor()
        .contentType("application/x-ndjson")
        .body(
            "{\"type\":\"topic\",\"key\":\"%s\",\"name\":\"X\"}"
                .formatted(name)
                .getBytes(StandardCharsets.UTF_8))
        .post("/record?check=true")
        .then()
        .statusCode(200)
        .body("changes", equalTo(1))
        .body("revision", equalTo(null));
    assertFalse(Documents.exported(export).contains(name));
    editor()
        .contentType("application/x-ndjson")
        .body(new byte[0])
        .post("/record?check=1")
        .then()
        .statusCode(400);
    editor()
        .contentType("application/x-ndjson")
        .body(new byte[0])
        .post("/record?chek=true")
        .then()
        .statusCode(400)
        .body("errors[0].message", containsString("check, partial, reason"));
    editor()
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "br")
        .body(new byte[0])
        .post("/record")
        .then()
        .statusCode(415);
    editor()
        .contentType("application/x-ndjson;charset=iso-8859-1")
        .body(new byte[0])
        .post("/record")
        .then()
        .statusCode(415);
  }

  @Test
  void aPartOfItIsTakenWhereThatIsAskedFor() {
    String document =
        "{\"type\":\"topic\",\"key\":\"part-taken\",\"name\":\"X\"}\n{\"type\":\"topic\",\"key\":\"no key\",\"name\":\"X\"}\n";
    post(document).statusCode(422);
    post(document, "?partial=true")
        .statusCode(200)
        .body("lines", equalTo(2))
        .body("changes", equalTo(1))
        .body("errors.size()", equalTo(1))
        .body("leftOut", equalTo(1))
        .body("errors[0].extensions.line", equalTo(2));
    assertTrue(Documents.exported(export).contains("part-taken"));
    editor()
        .contentType("application/x-ndjson")
        .body(("\377\n" + document).getBytes(StandardCharsets.ISO_8859_1))
        .post("/record?partial=true")
        .then()
        .statusCode(200)
        .body("lines", equalTo(3))
        .body("leftOut", equalTo(2))
        .body("errors[0].message", equalTo("line 1: is not UTF-8."));
    // What is left out takes nothing away.
    post("{\"type\":\"topic\",\"key\":\"part-kept\",\"name\":\"Kept\"}").statusCode(200);
    editor()
        .contentType("application/x-ndjson")
        .body(
            "{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"part-kept\",\"x\":1}\n{\"type\":\"topic\",\"key\":\"part-kept\",\"name\":\"Another\"}"
                .getBytes(StandardCharsets.UTF_8))
        .post("/record?partial=true")
        .then()
        .statusCode(200)
        .body("changes", equalTo(1))
        .body("leftOut", equalTo(1));
    editor()
        .contentType("application/x-ndjson")
        .body(new byte[0])
        .post("/record?partial=true&check=true")
        .then()
        .statusCode(400);
  }

  @Test
  void aReasonIsKept() {
    String topic = "{\"type\":\"topic\",\"key\":\"with-a-reason\",\"name\":\"X\"}";
    int revision =
        editor()
            .contentType("application/x-ndjson")
            .body(topic.getBytes(StandardCharsets.UTF_8))
            .queryParam("reason", "As the files have it")
            .post("/record")
            .then()
            .statusCode(200)
            .extract()
            .path("revision");
    assertEquals(
        "As the files have it",
        GraphqlClient.data("query($n: Int!) { revision(number: $n) { reason } }", "n", revision)
            .at("/revision/reason")
            .asText());
    editor()
        .contentType("application/x-ndjson")
        .body(topic.getBytes(StandardCharsets.UTF_8))
        .queryParam("reason", " ")
        .post("/record")
        .then()
        .statusCode(400);
  }

  @Test
  void itComesAndGoesCompressed() throws IOException {
    compressed(gzip("{\"type\":\"topic\",\"key\":\"small\",\"name\":\"Small\"}"))
        .statusCode(200)
        .body("changes", equalTo(1));
    Response compressed = given().header("Accept-Encoding", "gzip").get("/record");
    assertEquals("gzip", compressed.header("Content-Encoding"));
    assertEquals(Documents.exported(export), compressed.asString());
    byte[] whole = gzip("{\"type\":\"topic\",\"key\":\"half\",\"name\":\"Half\"}\n".repeat(100));
    for (byte[] wrong :
        List.of(
            "no gzip".getBytes(StandardCharsets.UTF_8),
            new byte[0],
            Arrays.copyOf(whole, whole.length - 20))) {
      compressed(wrong).statusCode(400);
    }
  }

  @Test
  void whatIsLargerThanMayBeIsRefused() {
    String line = "{\"type\":\"topic\",\"key\":\"large\",\"name\":\"Large\"}\n";
    String blank = " ".repeat(999) + "\n";
    post(line + blank.repeat(2_200))
        .statusCode(413)
        .body("errors[0].extensions.limit", equalTo("body bytes"));
    assertFalse(Documents.exported(export).contains("\"large\""));
    post(line + blank.repeat(1_900)).statusCode(200).body("changes", equalTo(1));
  }

  @Test
  void whatIsCompressedMayNotBeMoreEither() throws IOException {
    compressed(gzip("\n".repeat(2_200_000))).statusCode(413);
  }

  /** Its length is told: whoever reads less knows that it broke off. */
  @Test
  void itsLengthIsToldAndAFailureIsNoRecord() throws IOException, InterruptedException {
    HttpResponse<byte[]> whole =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(record).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(whole.body().length, whole.headers().firstValueAsLong("Content-Length").orElse(0));
    EachStatement.watch(
        (number, sql) -> sql.contains("from meeting ") ? "select nothing from nowhere" : sql);
    given()
        .get("/record")
        .then()
        .statusCode(500)
        .header("ETag", equalTo(null))
        .header("Content-Disposition", equalTo(null))
        .header("Cache-Control", equalTo("no-store"))
        .body("errors[0].extensions.code", equalTo("INTERNAL_SERVER_ERROR"))
        .body(not(containsString("nowhere")));
    EachStatement.letGo();
    assertEquals(
        new String(whole.body(), StandardCharsets.UTF_8), given().get("/record/").asString());
  }

  private static ValidatableResponse compressed(byte[] bytes) {
    return editor()
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body(bytes)
        .post("/record")
        .then();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static ValidatableResponse post(String document) {
    return post(document, "");
  }

  private static ValidatableResponse post(String document, String parameters) {
    return editor()
        .contentType("application/x-ndjson")
        .body(document.getBytes(StandardCharsets.UTF_8))
        .post("/record" + parameters)
        .then();
  }

  private static RequestSpecification editor() {
    return given()
        .config(
            config()
                .encoderConfig(
                    encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .auth()
        .preemptive()
        .basic("editor", "editor");
  }
}
