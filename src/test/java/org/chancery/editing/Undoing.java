package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.chancery.document.RecordExport;
import org.chancery.revision.RecordVerification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a revision did is taken back, and nothing else. */
abstract class Undoing {

  private static final AtomicInteger NAMES = new AtomicInteger();

  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject RecordVerification verification;

  private final String name = "undone-" + NAMES.incrementAndGet();

  private static int edit(String mutation) {
    JsonNode done =
        edited("mutation { it: " + mutation + " { revision { number } userErrors { message } } }");
    assertEquals(0, done.at("/it/userErrors").size(), done.toString());
    return done.at("/it/revision/number").asInt();
  }

  private static int undo(int revision) {
    return edit("undo(revision: %d, reason: \"A test\")".formatted(revision));
  }

  private static JsonNode refused(int revision) {
    return edited(
            "mutation { undo(revision: %d, reason: \"A test\") { revision { number } userErrors { field message code } } }"
                .formatted(revision))
        .path("undo");
  }

  private int load(String document) {
    Integer revision =
        Documents.load(loader, document.replace("NAME", name).replace('\'', '"')).revision();
    return revision == null ? 0 : revision;
  }

  /** With two accounts of three statements each, and a link. */
  private int meeting() {
    StringBuilder accounts = new StringBuilder();
    for (String account : List.of("a", "b")) {
      StringBuilder statements = new StringBuilder();
      for (int i = 1; i <= 3; i++) {
        statements
            .append(i == 1 ? "" : ",")
            .append(
                "{'key':'NAME-%1$s%2$d','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'Said %2$d.'%3$s}"
                    .formatted(account, i, i == 2 ? ",'reportedIn':'NAME-" + account + "1'" : ""));
      }
      accounts
          .append(accounts.isEmpty() ? "" : ",")
          .append(
              "{'key':'NAME-%1$s','kind':'PRESS_REPORT','publisher':'%1$s','statements':[%2$s]}"
                  .formatted(account, statements));
    }
    return load(
        "{'type':'party','key':'NAME-p','name':'P','kind':'STATE'}\n"
            + "{'type':'participant','key':'NAME-x','name':'X','party':'NAME-p'}\n"
            + "{'type':'participant','key':'NAME-y','name':'Y','party':'NAME-p'}\n"
            + "{'type':'meeting','key':'NAME-m','title':'Met','date':'1950','status':'HELD','format':'PHONE','participations':["
            + "{'participant':'NAME-x','party':'NAME-p','offices':['One']},{'participant':'NAME-y','party':'NAME-p','offices':['Two']}],"
            + "'accounts':["
            + accounts
            + "],'links':[{'kind':'CORROBORATES','statements':['NAME-a1','NAME-b1']}]}");
  }

  private String exported() {
    return Documents.exported(export);
  }

  @Test
  void whatWasRecordedGoesAndComesBackAsItWas() {
    String before = exported();
    int recorded = meeting();
    String with = exported();
    int undone = undo(recorded);
    assertEquals(before, exported());
    given().accept("application/ld+json").get("/meetings/" + name + "-m").then().statusCode(410);
    undo(undone);
    assertEquals(with, exported());
  }

  private String people() {
    return data(
            "query($key: String!) { meeting(key: $key) { participations { participant { key } offices } } }",
            "key",
            name + "-m")
        .path("meeting")
        .toString();
  }

  @Test
  void peopleStandAgainInTheirOrder() {
    meeting();
    String before = people();
    String y = "{participant: \"NAME-y\", party: \"NAME-p\", offices: [\"Two\"]}";
    String x = "{participant: \"NAME-x\", party: \"NAME-p\", offices: [\"One\"]}";
    String amend =
        "amendMeeting(key: \"NAME-m\", expectedVersion: VERSION, input: {participations: [PEOPLE]}, reason: \"A test\")"
            .replace("NAME", name);
    int turned =
        edit(amend.replace("PEOPLE", (y + ", " + x).replace("NAME", name)).replace("VERSION", "0"));
    String after = people();
    undo(turned);
    assertEquals(before, people());
    // Where somebody else stands is no change of theirs.
    int dropped = edit(amend.replace("PEOPLE", y.replace("NAME", name)).replace("VERSION", "2"));
    edit(
        amend
            .replace("PEOPLE", y.replace("NAME", name).replace("Two", "Three"))
            .replace("VERSION", "3"));
    undo(dropped);
    assertEquals(before.replace("Two", "Three"), people());
    assertFalse(after.equals(before));
  }

  @Test
  void whatWasMovedIntoANewMeetingGoesBack() {
    load("{'type':'party','key':'NAME-p','name':'P','kind':'STATE'}");
    String meeting =
        "{'type':'meeting','key':'NAME-KEY','title':'T','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-KEY-a','kind':'MEMOIR','statements':[STATEMENTS]}]}";
    String said =
        "{'key':'NAME-s%1$d','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'%1$d'}";
    load(
        meeting
            .replace("KEY", "k")
            .replace("STATEMENTS", said.formatted(1) + "," + said.formatted(2)));
    String before = exported();
    int moved =
        load(
            meeting.replace("KEY", "k").replace("STATEMENTS", said.formatted(1))
                + "\n"
                + meeting.replace("KEY", "l").replace("STATEMENTS", said.formatted(2)));
    undo(moved);
    assertEquals(before, exported());
    assertEquals(List.of(), verification.verify(List.of(), revision -> {}).faults());
  }

  /** What it carries too: of that nothing was ever to be seen. */
  @Test
  void whatIsRecordedAndWithdrawnInOneOperationLeavesNothing() {
    meeting();
    String before = exported();
    JsonNode done =
        edited(
            "mutation { a: recordStatement(account: \"NAME-a\", input: {key: \"NAME-brief\", speakers: [{participant: \"NAME-x\"}], addressees: [{participant: \"NAME-y\"}], act: STATE, mode: DIRECT, text: \"“Brief”\", quotations: [{words: \"Brief\", start: 1, end: 6}], topics: [\"cop26\"]}) { userErrors { message } }"
                    .replace("NAME", name)
                + " b: withdraw(kind: STATEMENT, key: \"NAME-brief\", expectedVersion: 0, reason: \"A test\") { userErrors { message } }"
                    .replace("NAME", name)
                + " c: recordMeeting(input: {key: \"NAME-short\", title: \"Short\", date: \"1951\", status: HELD, format: PHONE, participations: [{participant: \"NAME-x\", party: \"NAME-p\"}], accounts: [{key: \"NAME-short-a\", kind: MEMOIR, title: \"Memories\", statements: [{key: \"NAME-short-s\", speakers: [{participant: \"NAME-x\"}], act: STATE, mode: INDIRECT, text: \"Short.\"}]}]}) { userErrors { message } }"
                    .replace("NAME", name)
                + " d: withdraw(kind: MEETING, key: \"NAME-short\", expectedVersion: 0, reason: \"A test\") { userErrors { message } } }"
                    .replace("NAME", name));
    for (JsonNode one : done) {
      assertEquals("[]", one.path("userErrors").toString(), done.toString());
    }
    assertEquals(before, exported());
    assertEquals(List.of(), verification.verify(List.of(), revision -> {}).faults());
  }

  @Test
  void whatWasWithdrawnComesBackInItsPlaceWithItsLinks() {
    meeting();
    String before = exported();
    int withdrawn =
        edit(
            "withdraw(kind: STATEMENT, key: \"%s-a3\", expectedVersion: 0, reason: \"A test\")"
                .formatted(name));
    int account =
        edit(
            "withdraw(kind: ACCOUNT, key: \"%s-b\", expectedVersion: 0, reason: \"A test\")"
                .formatted(name));
    undo(account);
    undo(withdrawn);
    assertEquals(before, exported());
  }

  /** Those that others changed since, or added, stay as they made them. */
  @Test
  void whatElseWasChangedSinceStays() {
    meeting();
    int first = amend("a1", 0, "cue: \"First\"");
    amend("a3", 0, "cue: \"Later\"");
    edit(
        "recordStatement(account: \"%1$s-b\", input: {key: \"%1$s-b4\", speakers: [{party: \"%1$s-p\"}], act: STATE, mode: INDIRECT, text: \"More.\"})"
            .formatted(name));
    undo(first);
    assertEquals(null, cue("a1"));
    assertEquals("Later", cue("a3"));
    assertEquals(
        4,
        data(
                "query($key: String!) { account(key: $key) { statements { totalCount } } }",
                "key",
                name + "-b")
            .at("/account/statements/totalCount")
            .asInt());
  }

  private int amend(String statement, int version, String input) {
    return edit(
        "amendStatement(key: \"%s-%s\", expectedVersion: %d, input: {%s}, reason: \"A test\")"
            .formatted(name, statement, version, input));
  }

  private @Nullable String cue(String statement) {
    return data(
            "query($key: String!) { statement(key: $key) { cue } }", "key", name + "-" + statement)
        .at("/statement/cue")
        .textValue();
  }

  @Test
  void whatWasChangedAgainSinceIsToldAndNothingIsUndone() {
    int recorded = meeting();
    int first = amend("a1", 0, "cue: \"First\"");
    int second = amend("a1", 1, "cue: \"Second\"");
    JsonNode refused = refused(first);
    assertTrue(refused.path("revision").isNull());
    assertEquals(1, refused.path("userErrors").size());
    assertEquals("CONFLICT", refused.at("/userErrors/0/code").asText());
    assertEquals("revision", refused.at("/userErrors/0/field/0").asText());
    String message = refused.at("/userErrors/0/message").asText();
    assertTrue(
        message.startsWith(
            "The statement \"%s-a1\" was changed since; editor in revision %d, at "
                .formatted(name, second)),
        message);
    assertTrue(message.endsWith(": changed cue."), message);
    assertEquals("Second", cue("a1"));
    // Who takes out all of it has to have seen all of it.
    assertEquals("CONFLICT", refused(recorded).at("/userErrors/0/code").asText());
    undo(second);
    undo(first);
    undo(recorded);
  }

  /** From one meeting to another, which an import can do; the line that loses comes first there. */
  @Test
  void whatWasMovedIsMovedBack() {
    load("{'type':'party','key':'NAME-p','name':'P','kind':'STATE'}");
    load("{'type':'participant','key':'NAME-x','name':'X','party':'NAME-p'}");
    String one =
        "{'type':'meeting','key':'NAME-%s','title':'Met','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-%s-a','kind':'PRESS_REPORT','statements':[%s]}]}\n";
    String first =
        "{'key':'NAME-s1','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'One.'}";
    String moved =
        "{'key':'NAME-s2','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'Two.'}";
    String third =
        "{'key':'NAME-s3','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'Three.'}";
    load(one.formatted("m", "m", first + "," + moved) + one.formatted("n", "n", third));
    String before = exported();
    int revision =
        load(one.formatted("m", "m", first) + one.formatted("n", "n", third + "," + moved));
    undo(revision);
    assertEquals(before, exported());
  }

  @Test
  void whatComesBackStandsWhereItStoodAndWhatWasAddedBehindIt() {
    load(
        "{'type':'party','key':'NAME-p','name':'P','kind':'STATE'}\n"
            + List.of("1", "2", "3", "4", "5").stream()
                .map(
                    n ->
                        "{'type':'participant','key':'NAME-x"
                            + n
                            + "','name':'X','party':'NAME-p'}\n")
                .collect(Collectors.joining()));
    load(metBy("1", "2", "3"));
    int removed = load(metBy("1"));
    load(metBy("1", "4", "5"));
    undo(removed);
    assertEquals(
        List.of(name + "-x1", name + "-x2", name + "-x3", name + "-x4", name + "-x5"),
        data(
                "query($key: String!) { meeting(key: $key) { participations { participant { key } } } }",
                "key",
                name + "-m")
            .findValuesAsText("key"));
  }

  private static String metBy(String... people) {
    return "{'type':'meeting','key':'NAME-m','title':'Met','date':'1950','status':'HELD','format':'PHONE','participations':["
        + Arrays.stream(people)
            .map(n -> "{'participant':'NAME-x" + n + "','party':'NAME-p'}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  /** Told of the meeting, though the thing that is in the way is another one. */
  @Test
  void whatIsInTheWayIsToldAsAConflict() {
    meeting();
    int unlinked =
        edit(
            "unlinkStatements(statements: [\"%1$s-a1\", \"%1$s-b1\"], reason: \"A test\")"
                .formatted(name));
    edit(
        "linkStatements(statements: [\"%1$s-a1\", \"%1$s-b1\"], kind: CONTRADICTS)"
            .formatted(name));
    JsonNode error = refused(unlinked).at("/userErrors/0");
    assertEquals("CONFLICT", error.path("code").asText());
    assertTrue(
        error
            .path("message")
            .asText()
            .startsWith("The meeting \"%s-m\" cannot be as it was: ".formatted(name)),
        error.toString());
  }

  @Test
  void whatIsNamedSinceIsNotTakenAway() {
    int party = load("{'type':'party','key':'NAME-p','name':'P','kind':'STATE'}");
    int person = load("{'type':'participant','key':'NAME-x','name':'X','party':'NAME-p'}");
    JsonNode refused = refused(party);
    assertEquals("IN_USE", refused.at("/userErrors/0/code").asText(), refused.toString());
    undo(person);
    undo(party);
  }

  @Test
  void whatIsTriedIsNotDoneAndWhatIsNoRevisionIsToldSo() {
    int recorded = load("{'type':'topic','key':'NAME-t','name':'T'}");
    String before = exported();
    JsonNode tried =
        edited(
                "mutation { undo(revision: %d, reason: \"A test\", validateOnly: true) { revision { changes(first: 9) { nodes { kind key } } } userErrors { message } } }"
                    .formatted(recorded))
            .path("undo");
    assertEquals(
        "[{\"kind\":\"WITHDRAWN\",\"key\":\"%s-t\"}]".formatted(name),
        tried.at("/revision/changes/nodes").toString());
    assertEquals(before, exported());
    for (int none : List.of(0, -1, 1_000_000)) {
      assertEquals("NOT_FOUND", refused(none).at("/userErrors/0/code").asText());
    }
    JsonNode unreasoned =
        edited(
            "mutation { undo(revision: %d, reason: \" \") { userErrors { field code } } }"
                .formatted(recorded));
    assertEquals("reason", unreasoned.at("/undo/userErrors/0/field/0").asText());
    assertEquals(before, exported());
  }

  @Test
  void whoHasNotSignedInUndoesNothing() {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "query",
                "mutation { undo(revision: 1, reason: \"A test\") { userErrors { message } } }"))
        .post("/graphql")
        .then()
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"));
  }
}
