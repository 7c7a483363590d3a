package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.ask;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.RecordExport;
import org.chancery.revision.RecordVerification;
import org.junit.jupiter.api.Test;

/** Two things that are one become one, and the old key and id lead there. */
abstract class Merging {

  private static final AtomicInteger NAMES = new AtomicInteger();

  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject RecordVerification verification;

  private final String name = "merged-" + NAMES.incrementAndGet();

  private DocumentLoader.Loaded load(String document) {
    return Documents.load(loader, document.replace("NAME", name).replace('\'', '"'));
  }

  /** Two parties, two people, two topics and two events; a meeting that names the second ones. */
  private void record() {
    load(
        """
        {'type':'party','key':'NAME-p','name':'P','kind':'STATE'}
        {'type':'party','key':'NAME-q','name':'Q','kind':'STATE'}
        {'type':'topic','key':'NAME-t','name':'T'}
        {'type':'topic','key':'NAME-u','name':'U'}
        {'type':'participant','key':'NAME-x','name':'X','party':'NAME-p'}
        {'type':'participant','key':'NAME-y','name':'Y','party':'NAME-q'}
        {'type':'event','key':'NAME-e','title':'E','date':'1950'}
        {'type':'event','key':'NAME-f','title':'F','date':'1950','host':'NAME-q','topics':['NAME-u']}
        """);
    load(
        "{'type':'meeting','key':'NAME-m','title':'Met','date':'1950','status':'HELD','format':'PHONE','event':'NAME-f','topics':['NAME-u','NAME-t'],"
            + "'initiative':'REQUEST','initiator':'NAME-q','participations':[{'participant':'NAME-y','party':'NAME-q','onBehalfOf':'NAME-q','offices':['Minister']}],"
            + "'accounts':[{'key':'NAME-a','kind':'PRESS_REPORT','side':'NAME-q','statements':[{'key':'NAME-s','speakers':[{'participant':'NAME-y'},{'party':'NAME-q'}],"
            + "'addressees':[{'party':'NAME-q'},{'participant':'NAME-x'}],'topics':['NAME-u'],'act':'STATE','mode':'INDIRECT','text':'Said.'}]}]}");
  }

  private JsonNode merge(String kind, String kept, String merged) {
    return edited(
            "mutation { merge(kind: %s, kept: \"%2$s-%3$s\", merged: \"%2$s-%4$s\", reason: \"They are one\") { kept { id ... on Participant { key } ... on Topic { key } } revision { number changes(first: 50) { nodes { kind thingKind key } } } userErrors { field message code } } }"
                .formatted(kind, name, kept, merged))
        .path("merge");
  }

  private int merged(String kind, String kept, String merged) {
    JsonNode done = merge(kind, kept, merged);
    assertEquals(0, done.path("userErrors").size(), done.toString());
    return done.at("/revision/number").asInt();
  }

  private String exported() {
    return Documents.exported(export);
  }

  private List<String> faults() {
    return verification.verify(List.of(), revision -> {}).faults();
  }

  @Test
  void whateverNamesTheOneNamesTheOther() {
    record();
    String before = exported();
    String id = idOf("participant", "y");
    int people = merged("PARTICIPANT", "x", "y");
    int parties = merged("PARTY", "p", "q");
    int topics = merged("TOPIC", "t", "u");
    int events = merged("EVENT", "e", "f");
    String after = exported();
    for (String gone : List.of("y", "q", "u", "f")) {
      assertTrue(!after.contains("\"%s-%s\"".formatted(name, gone)), gone);
    }
    JsonNode meeting =
        data(
                "query($key: String!) { meeting(key: $key) { event { key } topics { key } initiator { key } participations { participant { key } party { key } onBehalfOf { key } }"
                    + " accounts { side { key } statements { nodes { speakers { key } addressees { key } topics { key } } } } } }",
                "key",
                name + "-m")
            .path("meeting");
    assertEquals(
        "{'event':{'key':'NAME-e'},'topics':[{'key':'NAME-t'}],'initiator':{'key':'NAME-p'},'participations':[{'participant':{'key':'NAME-x'},'party':{'key':'NAME-p'},'onBehalfOf':{'key':'NAME-p'}}],'accounts':[{'side':{'key':'NAME-p'},'statements':{'nodes':[{'speakers':[{'key':'NAME-x'},{'key':'NAME-p'}],'addressees':[{'key':'NAME-p'},{'key':'NAME-x'}],'topics':[{'key':'NAME-t'}]}]}}]}"
            .replace("NAME", name)
            .replace('\'', '"'),
        meeting.toString());
    assertEquals(List.of(), faults());
    for (String[] old :
        new String[][] {
          {"participant", "y", "x"}, {"party", "q", "p"}, {"topic", "u", "t"}, {"event", "f", "e"}
        }) {
      assertEquals(
          name + "-" + old[2],
          data(
                  "query($key: String!) { it: " + old[0] + "(key: $key) { key } }",
                  "key",
                  name + "-" + old[1])
              .at("/it/key")
              .asText());
    }
    assertEquals(
        name + "-x",
        data("query($id: ID!) { node(id: $id) { ... on Participant { key } } }", "id", id)
            .at("/node/key")
            .asText());
    assertEquals(
        1,
        data(
                "query($keys: [String!]) { meetings(filter: {participants: {anyOf: $keys}}) { totalCount } }",
                "keys",
                List.of(name + "-y"))
            .at("/meetings/totalCount")
            .asInt());
    for (int revision : List.of(events, topics, parties, people)) {
      edited(
          "mutation($n: Int!) { undo(revision: $n, reason: \"They are two\") { userErrors { message } } }",
          "n",
          revision);
    }
    assertEquals(before, exported());
    assertEquals(name + "-y", keyOf("participant", "y"));
    assertEquals(List.of(), faults());
  }

  private String idOf(String field, String key) {
    return data(
            "query($key: String!) { it: " + field + "(key: $key) { id } }", "key", name + "-" + key)
        .at("/it/id")
        .asText();
  }

  private String keyOf(String field, String key) {
    return data(
            "query($key: String!) { it: " + field + "(key: $key) { key } }",
            "key",
            name + "-" + key)
        .at("/it/key")
        .asText();
  }

  @Test
  void theOldAddressLeadsToTheNewOne() {
    record();
    merged("PARTICIPANT", "x", "y");
    for (String[] address :
        new String[][] {
          {"participants/NAME-y", "application/ld+json", "NAME-x"},
          {"participants/NAME-y.jsonld", "*/*", "NAME-x.jsonld"},
          {"participants/NAME-y", "text/html", "NAME-x"},
          {"participants/NAME-y?q=one", "text/html", "NAME-x?q=one"},
          {"participants/NAME-y.bib", "*/*", "NAME-x.bib"},
          {"participants/NAME-y/history", "text/html", "../NAME-x/history"},
          {"participants/NAME-y/timemap", "*/*", "../NAME-x/timemap"},
        }) {
      given()
          .redirects()
          .follow(false)
          .accept(address[1])
          .get("/" + address[0].replace("NAME", name))
          .then()
          .statusCode(301)
          .header("Location", equalTo(address[2].replace("NAME", name)));
    }
  }

  /** What was seen of the one says nothing of the other. */
  @Test
  void aVersionOfWhatWasMergedIsNoneOfWhatWasKept() {
    record();
    merged("TOPIC", "t", "u");
    for (String edit :
        List.of(
            "amendTopic(key: \"NAME-u\", expectedVersion: 0, input: {name: \"Z\"}, reason: \"A test\")",
            "withdraw(kind: TOPIC, key: \"NAME-u\", expectedVersion: 0, reason: \"A test\")")) {
      JsonNode done =
          edited(
              "mutation { it: %s { userErrors { field message code } } }"
                  .formatted(edit.replace("NAME", name)));
      assertEquals("CONFLICT", done.at("/it/userErrors/0/code").asText(), done.toString());
      assertEquals("[\"key\"]", done.at("/it/userErrors/0/field").toString());
      assertTrue(
          done.at("/it/userErrors/0/message").asText().contains("\"" + name + "-t\""),
          done.toString());
    }
  }

  @Test
  void twoThatAreOneStandOnce() {
    record();
    merged("PARTICIPANT", "x", "y");
    for (String list : List.of("speakers", "addressees")) {
      String both = "[{participant: \"NAME-x\"}, {participant: \"NAME-y\"}]";
      JsonNode done =
          edited(
              "mutation { recordStatement(account: \"NAME-a\", input: {speakers: %s, addressees: %s, act: STATE, mode: INDIRECT, text: \"Both.\"}) { userErrors { field code } } }"
                  .formatted(
                      list.equals("speakers") ? both : "[{party: \"NAME-p\"}]",
                      list.equals("addressees") ? both : "[]")
                  .replace("NAME", name));
      assertEquals(
          "{\"field\":[\"input\",\"%s\",\"1\"],\"code\":\"INVALID\"}".formatted(list),
          done.at("/recordStatement/userErrors/0").toString());
    }
  }

  @Test
  void theSameDocumentAgainChangesNothing() {
    record();
    String meeting =
        "{'type':'meeting','key':'NAME-n','title':'Met again','date':'1951','status':'HELD','format':'PHONE',"
            + "'participations':[{'participant':'NAME-y','party':'NAME-q'}],"
            + "'accounts':[{'kind':'PRESS_REPORT','side':'NAME-q','statements':[{'speakers':[{'participant':'NAME-y'}],'act':'STATE','mode':'INDIRECT','text':'Again.'}]}]}";
    load(meeting);
    merged("PARTICIPANT", "x", "y");
    merged("PARTY", "p", "q");
    assertEquals(0, load(meeting).changes());
  }

  /** Nobody ever saw it. */
  @Test
  void whatIsRecordedAndMergedInOneOperationLeadsNowhere() {
    record();
    JsonNode done =
        edited(
            "mutation { recordTopic(input: {key: \"NAME-new\", name: \"New\"}) { userErrors { message } } merge(kind: TOPIC, kept: \"NAME-t\", merged: \"NAME-new\", reason: \"They are one\") { userErrors { message } } }"
                .replace("NAME", name));
    for (JsonNode one : done) {
      assertEquals("[]", one.path("userErrors").toString(), done.toString());
    }
    assertTrue(data("{ topic(key: \"%s-new\") { key } }".formatted(name)).path("topic").isNull());
    assertEquals(1, load("{'type':'topic','key':'NAME-new','name':'Another'}").changes());
    merged("TOPIC", "t", "new");
    assertEquals(List.of(), faults());
  }

  /** To what was kept, which leads to what it was then. */
  @Test
  void noMementoIsOfATimeBeforeWhatWasMerged() {
    record();
    merged("PARTICIPANT", "x", "y");
    given()
        .redirects()
        .follow(false)
        .header("Accept-Datetime", "Thu, 01 Jan 1970 00:00:00 GMT")
        .get("/participants/" + name + "-y")
        .then()
        .statusCode(301)
        .header("Location", equalTo(name + "-x"));
  }

  @Test
  void asOfBeforeThereAreStillTwo() {
    record();
    int revision = merged("TOPIC", "t", "u");
    String query =
        "{ before: asOf(revision: %d) { topic(key: \"%3$s-u\") { key } } after: asOf(revision: %d) { topic(key: \"%3$s-u\") { key } } }"
            .formatted(revision - 1, revision, name);
    assertEquals(name + "-u", data(query).at("/before/topic/key").asText());
    assertEquals(name + "-t", data(query).at("/after/topic/key").asText());
  }

  @Test
  void documentsMayNameTheOldKeyAndNotRecordIt() {
    record();
    merged("PARTY", "p", "q");
    load("{'type':'participant','key':'NAME-z','name':'Z','party':'NAME-q'}");
    assertEquals(
        name + "-p",
        data(
                "query($key: String!) { participant(key: $key) { party { key } } }",
                "key",
                name + "-z")
            .at("/participant/party/key")
            .asText());
    String told =
        String.valueOf(
            assertThrows(
                    FaultyDocumentException.class,
                    () -> load("{'type':'party','key':'NAME-q','name':'Q','kind':'STATE'}"))
                .getMessage());
    assertTrue(told.contains("was merged into another party, to which it leads"), told);
  }

  /** A key is its thing's for good, and a merge is taken back by undoing it alone. */
  @Test
  void whatIsRecordedAgainByItsIdKeepsItsKey() {
    record();
    load("{'type':'topic','key':'NAME-v','name':'V'}");
    String withdrawn = idIn("v");
    String merged = idIn("q");
    merged("PARTY", "p", "q");
    edited(
        "mutation($key: String!) { withdraw(kind: TOPIC, key: $key, expectedVersion: 0, reason: \"R\") { userErrors { message } } }",
        "key",
        name + "-v");
    for (String line :
        List.of(
            "{'type':'party','id':'%s','key':'NAME-n','name':'Q','kind':'STATE'}".formatted(merged),
            "{'type':'party','id':'%s','name':'Q','kind':'STATE'}".formatted(merged),
            "{'type':'topic','id':'%s','key':'NAME-n','name':'V'}".formatted(withdrawn))) {
      assertThrows(FaultyDocumentException.class, () -> load(line), line);
    }
    load("{'type':'topic','id':'%s','name':'V'}".formatted(withdrawn));
    assertEquals(withdrawn, idIn("v"));
    assertEquals(name + "-p", keyOf("party", "q"));
    assertEquals(List.of(), faults());
  }

  /** As documents have it. */
  private String idIn(String key) {
    String named = "\"key\":\"%s-%s\"".formatted(name, key);
    return exported()
        .lines()
        .filter(line -> line.contains(named))
        .map(line -> line.replaceFirst(".*?\"id\":\"", "").replaceFirst("\".*", ""))
        .findFirst()
        .orElseThrow();
  }

  /** A chain, and its end taken back. */
  @Test
  void whatWasMergedTwiceLeadsToTheLast() {
    record();
    load("{'type':'topic','key':'NAME-v','name':'V'}");
    merged("TOPIC", "t", "u");
    int second = merged("TOPIC", "v", "t");
    assertEquals(name + "-v", keyOf("topic", "u"));
    edited(
        "mutation($n: Int!) { undo(revision: $n, reason: \"They are two\") { userErrors { message } } }",
        "n",
        second);
    assertEquals(name + "-t", keyOf("topic", "u"));
    assertEquals(List.of(), faults());
  }

  @Test
  void whatCollidesIsToldAndNothingIsMerged() {
    record();
    load(
        "{'type':'meeting','key':'NAME-n','title':'Met','date':'1951','status':'HELD','format':'PHONE','participations':["
            + "{'participant':'NAME-x','party':'NAME-p'},{'participant':'NAME-y','party':'NAME-p'}],"
            + "'accounts':[{'key':'NAME-b','kind':'PRESS_REPORT','statements':[{'key':'NAME-r','speakers':[{'participant':'NAME-x'},{'participant':'NAME-y'}],'act':'STATE','mode':'INDIRECT','text':'Said.'}]}]}");
    String before = exported();
    JsonNode refused = merge("PARTICIPANT", "x", "y");
    assertEquals(2, refused.path("userErrors").size(), refused.toString());
    for (JsonNode error : refused.path("userErrors")) {
      assertEquals("CONFLICT", error.path("code").asText());
      assertTrue(
          error
              .path("message")
              .asText()
              .startsWith("The meeting \"" + name + "-n\" names both at /"),
          error.toString());
    }
    assertEquals(before, exported());
  }

  @Test
  void whatCannotBeMergedIsToldSo() {
    record();
    assertEquals("NOT_FOUND", merge("TOPIC", "t", "none").at("/userErrors/0/code").asText());
    assertEquals("kept", merge("TOPIC", "none", "t").at("/userErrors/0/field/0").asText());
    assertEquals("INVALID", merge("TOPIC", "t", "t").at("/userErrors/0/code").asText());
    assertEquals(
        "UNAUTHENTICATED",
        ask("mutation { merge(kind: TOPIC, kept: \"a\", merged: \"b\", reason: \"x\") { userErrors { code } } }")
            .at("/errors/0/extensions/code")
            .asText());
  }

  @Test
  void theMergeIsOneRevisionThatSaysSo() {
    record();
    JsonNode done = merge("TOPIC", "t", "u");
    assertEquals(name + "-t", done.at("/kept/key").asText());
    List<String> kinds = done.at("/revision/changes/nodes").findValuesAsText("kind");
    assertEquals(1, kinds.stream().filter("MERGED"::equals).count(), done.toString());
    given()
        .accept("text/html")
        .get("/changes")
        .then()
        .statusCode(200)
        .body(containsString(name + "-u"));
  }
}
