package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.chancery.Documents;
import org.chancery.EachStatement;
import org.chancery.GraphqlClient;
import org.chancery.document.RecordExport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What editors record, amend and withdraw, and what is kept of it. */
abstract class Editing {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private static final String ERRORS = "userErrors { field message code }";

  private static final String RECORD_MEETING =
      "mutation($input: MeetingInput!) { recordMeeting(input: $input) { meeting { key version"
          + " participations { participant { key } party { key } offices }"
          + " accounts { key version statements { nodes { key text speakers { key } quotations { words } links { kind statement { key } } } } } }"
          + " revision { number editor reason changes(first: 100) { totalCount } } "
          + ERRORS
          + " } }";

  private static final String AMEND_MEETING =
      "mutation($key: String!, $version: Int!, $input: MeetingInput!, $try: Boolean) {"
          + " amendMeeting(key: $key, expectedVersion: $version, input: $input, reason: \"A test\", validateOnly: $try) {"
          + " meeting { title place version } revision { number } "
          + ERRORS
          + " } }";

  private static final String AMEND_STATEMENT =
      "mutation($key: String!, $version: Int!, $input: StatementInput!) { amendStatement(key: $key, expectedVersion: $version,"
          + " input: $input, reason: \"A test\") { userErrors { field message code } } }";

  private static final String RECORD_TOPIC =
      "mutation($input: TopicInput!) { recordTopic(input: $input) { topic { key name } revision { number } "
          + ERRORS
          + " } }";

  @Inject RecordExport export;
  @Inject DataSource database;

  /** Past the service. */
  final void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @AfterEach
  void watchNoLonger() {
    EachStatement.letGo();
  }

  @Test
  void aMeetingIsRecordedWithAllThatItCarries() {
    JsonNode payload = edited(RECORD_MEETING, "input", meeting("2031-05-01")).path("recordMeeting");
    assertEquals("[]", payload.path("userErrors").toString());
    JsonNode meeting = payload.path("meeting");
    assertEquals("2031-05-01-a-meeting-of-tests", meeting.path("key").asText());
    assertEquals("Office", meeting.at("/participations/0/offices/0").asText());
    assertEquals("2031-05-01-a-meeting-of-tests-cn", meeting.at("/accounts/0/key").asText());
    JsonNode said = meeting.at("/accounts/0/statements/nodes/0");
    assertEquals("2031-05-01-a-meeting-of-tests-cn-1", said.path("key").asText());
    assertEquals("word", said.at("/quotations/0/words").asText());
    assertEquals("CONTRADICTS", said.at("/links/0/kind").asText());
    assertEquals("editor", payload.at("/revision/editor").asText());
    // The meeting, two participations, two accounts, two statements and a link.
    assertEquals(8, payload.at("/revision/changes/totalCount").asInt());
    assertEquals(
        1,
        data("{ statements(filter: {text: \"unheardof\"}) { totalCount } }")
            .at("/statements/totalCount")
            .asInt());
    withdraw("MEETING", "2031-05-01-a-meeting-of-tests", 0);
    assertEquals(
        0,
        data("{ statements(filter: {text: \"unheardof\"}) { totalCount } }")
            .at("/statements/totalCount")
            .asInt());
  }

  @Test
  void nobodyWritesWithoutTheRole() throws IOException {
    String before = exported();
    JsonNode anonymous = GraphqlClient.ask(RECORD_TOPIC, "input", Map.of("name", "Of nobody"));
    assertEquals("UNAUTHENTICATED", anonymous.at("/errors/0/extensions/code").asText());
    assertTrue(anonymous.path("data").isNull());
    assertEquals(before, exported());
    assertTrue(data("{ me { name } }").path("me").isNull());
    assertTrue(edited("{ me { name mayEdit } }").at("/me/mayEdit").asBoolean());
  }

  @Test
  void allFaultsOfAnInputAreToldWithTheirPlaces() throws IOException {
    String before = exported();
    Map<String, Object> input = meeting("2031-02-30");
    input.remove("title");
    input.put("event", "nothing");
    input.remove("links");
    input.put("initiator", "CN");
    JsonNode errors = edited(RECORD_MEETING, "input", input).at("/recordMeeting/userErrors");
    assertEquals(
        List.of(
            "input INVALID",
            "input date INVALID",
            "input event NOT_FOUND",
            "input initiator INVALID"),
        IntStream.range(0, errors.size())
            .mapToObj(
                at ->
                    words(errors.path(at).path("field"))
                        + " "
                        + errors.path(at).path("code").asText())
            .sorted()
            .toList(),
        errors.toString());
    assertEquals(before, exported());
  }

  @Test
  void whatIsLeftOutStaysAndNullTakesBack() {
    String key = recorded("2031-05-02");
    JsonNode placed = amend(key, 0, Map.of("place", "A place"));
    assertEquals("A place", placed.at("/meeting/place").asText());
    assertEquals("A meeting of tests", placed.at("/meeting/title").asText());
    JsonNode takenBack = amend(key, 1, nullOf("place"));
    assertTrue(takenBack.at("/meeting/place").isNull());
    JsonNode refused = amend(key, 2, nullOf("title"));
    assertEquals("INVALID", refused.at("/userErrors/0/code").asText());
    JsonNode same = amend(key, 2, Map.of("title", "A meeting of tests"));
    assertTrue(same.path("revision").isNull());
    assertEquals(2, same.at("/meeting/version").asInt());
    JsonNode alone = amend(key, 2, Map.of("accounts", List.of(), "links", List.of()));
    assertEquals("[]", alone.path("userErrors").toString());
    assertEquals(
        0,
        data("query($key: String!) { meeting(key: $key) { accounts { key } } }", "key", key)
            .at("/meeting/accounts")
            .size());
    JsonNode history =
        data(
                "query($key: String!) { meeting(key: $key) { history { nodes { kind revision { reason } differences { path before after } } } } }",
                "key",
                key)
            .at("/meeting/history/nodes");
    assertEquals("A place", history.at("/1/differences/0/after").asText());
    assertEquals("A place", history.at("/2/differences/0/before").asText());
    assertEquals("A test", history.at("/2/revision/reason").asText());
    withdraw("MEETING", key, 3);
  }

  @Test
  void theLaterOfTwoEditorsIsToldWhatChangedMeanwhile() {
    String key = recorded("2031-05-03");
    amend(key, 0, Map.of("place", "The first editor's"));
    JsonNode late = amend(key, 0, Map.of("place", "The other's"));
    assertEquals("CONFLICT", late.at("/userErrors/0/code").asText());
    assertTrue(
        late.at("/userErrors/0/message").asText().contains("editor in revision"), late.toString());
    withdraw("MEETING", key, 1);
  }

  @Test
  void aTrialLeavesNothing() throws IOException {
    String key = recorded("2031-05-04");
    String before = exported();
    long revisions = revisions();
    JsonNode tried =
        edited(
                AMEND_MEETING,
                "key",
                key,
                "version",
                0,
                "input",
                Map.of("place", "Tried"),
                "try",
                true)
            .path("amendMeeting");
    assertEquals("Tried", tried.at("/meeting/place").asText());
    assertEquals(before, exported());
    assertEquals(revisions, revisions());
    withdraw("MEETING", key, 0);
  }

  @Test
  void oneOperationIsOneRevisionOrNothing() throws IOException {
    String before = exported();
    String two =
        "mutation($one: TopicInput!, $two: TopicInput!) { one: recordTopic(input: $one) { topic { key } revision { number } "
            + ERRORS
            + " } two: recordTopic(input: $two) { topic { key } revision { number } "
            + ERRORS
            + " } }";
    JsonNode refused = edited(two, "one", name(), "two", Map.of("key", "cop26", "name", "Again"));
    assertEquals("UNDONE", refused.at("/one/userErrors/0/code").asText());
    assertTrue(refused.at("/one/topic").isNull());
    assertEquals("TAKEN", refused.at("/two/userErrors/0/code").asText());
    assertEquals(before, exported());
    JsonNode kept = edited(two, "one", name(), "two", name());
    assertEquals(kept.at("/one/revision"), kept.at("/two/revision"));
    assertNotEquals(before, exported());
    withdraw("TOPIC", kept.at("/one/topic/key").asText(), 0);
    withdraw("TOPIC", kept.at("/two/topic/key").asText(), 0);
  }

  @Test
  void whatIsChangedTwiceInAnOperationIsChangedOnce() throws IOException {
    String before = exported();
    int version = data("{ topic(key: \"cop26\") { version } }").at("/topic/version").asInt();
    JsonNode both =
        edited(
            "mutation($v: Int!, $w: Int!) { one: amendTopic(key: \"cop26\", expectedVersion: $v, input: {name: \"Glasgow\"}, reason: \"A\") { topic { name version } "
                + ERRORS
                + " } two: amendTopic(key: \"cop26\", expectedVersion: $w, input: {name: \"COP26\"}, reason: \"B\") { topic { name version } "
                + ERRORS
                + " } new: recordTopic(input: {name: \"Short lived\"}) { topic { key } "
                + ERRORS
                + " } gone: withdraw(kind: TOPIC, key: \"short-lived\", expectedVersion: 0, reason: \"C\") { revision { number changes { nodes { key kind } } } "
                + ERRORS
                + " } }",
            "v",
            version,
            "w",
            version + 1);
    assertEquals("Glasgow", both.at("/one/topic/name").asText(), both.toString());
    assertEquals("COP26", both.at("/two/topic/name").asText(), both.toString());
    assertEquals("[]", both.at("/gone/userErrors").toString());
    assertEquals(
        "[{\"key\":\"cop26\",\"kind\":\"AMENDED\"}]",
        both.at("/gone/revision/changes/nodes").toString());
    assertEquals(before, exported());
    int number = both.at("/gone/revision/number").asInt();
    JsonNode past =
        data(
            "query($r: Int!) { asOf(revision: $r) { topics(filter: {text: \"cop26\"}) { totalCount nodes { name version } } topic(key: \"short-lived\") { key } } }",
            "r",
            number);
    assertEquals(
        "{\"totalCount\":1,\"nodes\":[{\"name\":\"COP26\",\"version\":" + (version + 2) + "}]}",
        past.at("/asOf/topics").toString());
    assertTrue(past.at("/asOf/topic").isNull());
  }

  @Test
  void anAmendmentIsOfTheThingThatItNames() throws IOException {
    String before = exported();
    for (Map<String, ?> input :
        List.of(
            nullOf("id"),
            Map.of("key", "US"),
            nullOf("key"),
            Map.of("id", "01a20cc8-8e82-7f2b-ac91-ec07cfad52b3"))) {
      Map<String, @Nullable Object> changes = new HashMap<>(input);
      changes.put("name", "Taken over");
      JsonNode refused =
          edited(
                  "mutation($input: PartyInput!) { amendParty(key: \"CN\", expectedVersion: 0, input: $input, reason: \"A test\") { party { name } "
                      + ERRORS
                      + " } }",
                  "input",
                  changes)
              .path("amendParty");
      assertEquals("INVALID", refused.at("/userErrors/0/code").asText(), refused.toString());
    }
    assertEquals(before, exported());
  }

  @Test
  void whatNoDatabaseTakesIsRefused() throws IOException {
    String before = exported();
    for (String key : List.of("\0", "a b", "", "é", "x".repeat(3000))) {
      assertEquals("NOT_FOUND", withdrawn("TOPIC", key, 0).at("/userErrors/0/code").asText());
      assertEquals(
          "BAD_USER_INPUT",
          GraphqlClient.ask(
                  "query($key: String!) { withdrawal(kind: TOPIC, key: $key) { kind } }",
                  "key",
                  key)
              .at("/errors/0/extensions/code")
              .asText(),
          key);
    }
    for (Map<String, ?> input :
        List.of(
            Map.of("name", "\0"),
            Map.of("name", "\u200b"),
            Map.of("name", "x".repeat(5000)),
            Map.of("name", "X", "id", "01a20cc8-8e82-7f2b-ac91-ec07cfad52b3"),
            Map.of("name", "X", "id", "1"),
            Map.of("name", "X", "sameAs", List.of("nowhere")),
            Map.of("name", "X", "key", "x".repeat(101)))) {
      JsonNode errors = edited(RECORD_TOPIC, "input", input).at("/recordTopic/userErrors");
      assertEquals(1, errors.size(), input + ": " + errors);
    }
    assertEquals(before, exported());
  }

  @Test
  void aLongTextIsRecordedAndAnOperationTellsAllItsReasons() throws IOException {
    String key = recorded("2031-05-09");
    String text = "word ".repeat(999).strip();
    JsonNode both =
        edited(
            "mutation($input: StatementInput!) { one: recordStatement(account: \""
                + key
                + "-us\", input: $input, reason: \"It is long\") { statement { key } "
                + ERRORS
                + " } two: amendTopic(key: \"cop26\", expectedVersion: "
                + data("{ topic(key: \"cop26\") { version } }").at("/topic/version")
                + ", input: {sameAs: [\"https://example.org/\"]}, reason: \"It is there\") { revision { number } "
                + ERRORS
                + " } }",
            "input",
            said(text, "US"));
    assertEquals("[]", both.at("/one/userErrors").toString());
    assertEquals(
        "It is long; It is there",
        data(
                "query($n: Int!) { revision(number: $n) { reason } }",
                "n",
                both.at("/two/revision/number").asInt())
            .at("/revision/reason")
            .asText());
    withdraw("MEETING", key, versionOf("meeting", key));
    edited(
        "mutation { amendTopic(key: \"cop26\", expectedVersion: "
            + data("{ topic(key: \"cop26\") { version } }").at("/topic/version")
            + ", input: {sameAs: []}, reason: \"A test\") { topic { key } } }");
  }

  @Test
  void anAccountAStatementAndALinkComeAndGo() {
    String key = recorded("2031-05-05");
    Map<String, Object> account =
        Map.of(
            "kind",
            "PRESS_REPORT",
            "publisher",
            "The Gazette",
            "statements",
            List.of(said("A first thing.", "CN"), said("A third thing.", "US")));
    JsonNode added =
        edited(
                "mutation($meeting: String!, $input: AccountInput!) { recordAccount(meeting: $meeting, input: $input) {"
                    + " account { key statements { nodes { key text } } } "
                    + ERRORS
                    + " } }",
                "meeting",
                key,
                "input",
                account)
            .path("recordAccount");
    assertEquals(key + "-the-gazette", added.at("/account/key").asText(), added.toString());
    JsonNode second =
        edited(
                "mutation($input: StatementInput!) { recordStatement(account: \""
                    + key
                    + "-the-gazette\", after: \""
                    + key
                    + "-the-gazette-1\", input: $input, reason: \"It was forgotten\") { statement { key position version } "
                    + ERRORS
                    + " } }",
                "input",
                said("A second thing.", "CN"))
            .path("recordStatement");
    assertEquals(2, second.at("/statement/position").asInt(), second.toString());
    String statement = second.at("/statement/key").asText();
    JsonNode linked =
        edited(
                "mutation($keys: [String!]!) { linkStatements(statements: $keys, kind: CORROBORATES) { statement { links { kind } } "
                    + ERRORS
                    + " } }",
                "keys",
                List.of(statement, key + "-us-1"))
            .path("linkStatements");
    assertEquals("CORROBORATES", linked.at("/statement/links/0/kind").asText(), linked.toString());
    JsonNode unlinked =
        edited(
                "mutation($keys: [String!]!) { unlinkStatements(statements: $keys, reason: \"Not so\") { statement { links { kind } } "
                    + ERRORS
                    + " } }",
                "keys",
                List.of(key + "-us-1", statement))
            .path("unlinkStatements");
    assertEquals(
        "[{\"kind\":\"CONTRADICTS\"}]",
        unlinked.at("/statement/links").toString(),
        unlinked.toString());
    int seen = versionOf("statement", statement);
    JsonNode amended =
        edited(
                "mutation($key: String!, $version: Int!, $input: StatementInput!) { amendStatement(key: $key, expectedVersion: $version, input: $input,"
                    + " reason: \"As printed\") { statement { cue text version } "
                    + ERRORS
                    + " } }",
                "key",
                statement,
                "version",
                seen,
                "input",
                Map.of("cue", "added"))
            .path("amendStatement");
    assertEquals("added", amended.at("/statement/cue").asText(), amended.toString());
    assertEquals(seen + 1, amended.at("/statement/version").asInt());
    withdraw("STATEMENT", statement, seen + 1);
    withdraw("ACCOUNT", key + "-the-gazette", versionOf("account", key + "-the-gazette"));
    assertEquals(
        2,
        data("query($key: String!) { meeting(key: $key) { accounts { key } } }", "key", key)
            .at("/meeting/accounts")
            .size());
    withdraw("MEETING", key, versionOf("meeting", key));
  }

  /** Whoever amends or withdraws a thing has seen what it carries, or is told what is new in it. */
  @Test
  void whatAThingCarriesIsNotLostByAnotherEditor() {
    String key = recorded("2031-05-20");
    String account = key + "-cn";
    int meetingSeen = versionOf("meeting", key);
    int accountSeen = versionOf("account", account);
    edited(AMEND_STATEMENT, "key", account + "-1", "version", 0, "input", Map.of("cue", "put in"));
    List<JsonNode> late =
        List.of(
            amend(key, meetingSeen, Map.of("accounts", List.of())),
            withdrawn("MEETING", key, meetingSeen),
            edited(
                    "mutation($key: String!, $version: Int!) { amendAccount(key: $key, expectedVersion: $version, input: {statements: []},"
                        + " reason: \"Empty\") { userErrors { field message code } } }",
                    "key",
                    account,
                    "version",
                    accountSeen)
                .path("amendAccount"),
            withdrawn("ACCOUNT", account, accountSeen));
    for (JsonNode one : late) {
      assertEquals("CONFLICT", one.at("/userErrors/0/code").asText(), one.toString());
      assertTrue(
          one.at("/userErrors/0/message")
              .asText()
              .contains("changed cue of the statement \"" + account + "-1\""),
          one.toString());
    }
    // The other account is as its editor saw it.
    assertEquals(0, versionOf("account", key + "-us"));
    assertEquals(meetingSeen + 1, versionOf("meeting", key));
    // With a conflict everything else that is wrong is told too.
    JsonNode both = amend(key, meetingSeen, Map.of("status", "HELD", "event", "no-such-event"));
    assertEquals(2, both.path("userErrors").size(), both.toString());
    withdraw("MEETING", key, versionOf("meeting", key));
  }

  /** What is recorded again has no version that somebody saw of it before. */
  @Test
  void versionsGoOnWhereSomethingIsRecordedAgain() {
    String key = recorded("2031-05-21");
    for (int time = 0; time < 3; time++) {
      amend(
          key,
          time,
          Map.of(
              "participations",
              List.of(
                  Map.of("participant", "wang-yi", "party", "CN", "offices", List.of("O" + time)),
                  Map.of("participant", "john-kerry", "party", "US"))));
    }
    Map<String, Object> again = meeting("2031-05-21");
    again.put("key", key);
    again.remove("links");
    String created = createdAt(key);
    withdraw("MEETING", key, 3);
    edited(RECORD_MEETING, "input", again);
    assertEquals(created, createdAt(key));
    assertEquals(4, versionOf("meeting", key));
    assertEquals("CONFLICT", amend(key, 2, Map.of("place", "X")).at("/userErrors/0/code").asText());
    withdraw("MEETING", key, 4);
  }

  private static String createdAt(String meeting) {
    return data("query($key: String!) { meeting(key: $key) { createdAt } }", "key", meeting)
        .at("/meeting/createdAt")
        .asText();
  }

  /** Also where only what it carries is another. */
  @Test
  void eachChangeOfAnOperationIsAVersion() {
    String key = recorded("2031-05-24");
    int seen = versionOf("meeting", key);
    String amend =
        "amendMeeting(key: \"%s\", expectedVersion: %d, input: {%s}, reason: \"A test\") { meeting { version } %s } ";
    JsonNode done =
        edited(
            "mutation { a: "
                + amend.formatted(key, seen, "title: \"Another title\"", ERRORS)
                + "b: "
                + amend.formatted(key, seen + 1, "topics: []", ERRORS)
                + "c: "
                + amend.formatted(key, seen + 2, "topics: [\"cop26\"]", ERRORS)
                + "d: "
                + amend.formatted(key, seen + 3, "place: \"Elsewhere\"", ERRORS)
                + "}");
    int version = seen;
    for (JsonNode one : done) {
      assertEquals("[]", one.path("userErrors").toString(), done.toString());
      version++;
      assertEquals(version, one.at("/meeting/version").asInt(), done.toString());
    }
    withdraw("MEETING", key, version);
  }

  /** The two ends of a link have no order. */
  @Test
  void anEndOfALinkThatIsNotThereIsNotFound() {
    String key = recorded("2031-05-25");
    for (List<String> ends :
        List.of(
            List.of(key + "-cn-1", "a-typo"),
            List.of("a-typo", key + "-cn-1"),
            List.of(key + "-cn-1", "z-typo"))) {
      JsonNode refused =
          edited(
                  "mutation($statements: [String!]!) { linkStatements(statements: $statements, kind: CORROBORATES) { userErrors { field message code } } }",
                  "statements",
                  ends)
              .at("/linkStatements/userErrors/0");
      assertEquals("NOT_FOUND", refused.path("code").asText(), refused.toString());
      assertEquals("statements", refused.at("/field/0").asText(), refused.toString());
      assertTrue(refused.path("message").asText().contains("typo"), refused.toString());
    }
    withdraw("MEETING", key, versionOf("meeting", key));
  }

  /** What is said of two statements is a change of both, which whoever withdraws one has seen. */
  @Test
  void aLinkIsNotLostByAnotherEditor() {
    String key = recorded("2031-05-23");
    String statement = key + "-cn-1";
    int seen = versionOf("statement", statement);
    edited(
        "mutation($statements: [String!]!) { unlinkStatements(statements: $statements, reason: \"A test\") { userErrors { message } } }",
        "statements",
        List.of(statement, key + "-us-1"));
    String link =
        "mutation($statements: [String!]!) { linkStatements(statements: $statements, kind: CORROBORATES) { userErrors { field code } } }";
    edited(link, "statements", List.of(statement, key + "-us-1"));
    assertEquals(
        "[{\"field\":[\"statements\"],\"code\":\"TAKEN\"}]",
        edited(link, "statements", List.of(key + "-us-1", statement))
            .at("/linkStatements/userErrors")
            .toString());
    JsonNode late = withdrawn("STATEMENT", statement, seen);
    assertEquals("CONFLICT", late.at("/userErrors/0/code").asText(), late.toString());
    assertTrue(
        late.at("/userErrors/0/message").asText().contains("withdrew the link"), late.toString());
    withdraw("MEETING", key, versionOf("meeting", key));
  }

  /** A statement that is put in is no change of those behind it. */
  @Test
  void whatIsPutInChangesNothingElse() {
    String key = recorded("2031-05-22");
    String account = key + "-cn";
    JsonNode put =
        edited(
                "mutation($account: String!, $input: StatementInput!) { recordStatement(account: $account, input: $input, reason: \"It was forgotten\") {"
                    + " statement { key } revision { changes(first: 9) { nodes { kind thingKind key differences { path before after } } } } userErrors { message } } }",
                "account",
                account,
                "input",
                said("Put in.", "CN"))
            .path("recordStatement");
    String second = put.at("/statement/key").asText();
    assertEquals(account + "-2", second, put.toString());
    assertEquals(
        "[{\"kind\":\"AMENDED\",\"thingKind\":\"ACCOUNT\",\"key\":\"%s\",\"differences\":[{\"path\":[\"statements\",\"1\"],\"before\":null,\"after\":\"%s\"}]}"
            .formatted(account, second),
        put.at("/revision/changes/nodes")
            .toString()
            .replaceFirst("},\\{\"kind\":\"RECORDED.*", "}"));
    assertEquals(2, put.at("/revision/changes/nodes").size(), put.toString());
    withdraw("MEETING", key, versionOf("meeting", key));
  }

  @Test
  void whatIsNamedStays() throws IOException {
    String before = exported();
    for (String[] named :
        new String[][] {
          {"PARTY", "CN"},
          {"TOPIC", "climate-change"},
          {"PARTICIPANT", "john-kerry"},
          {"EVENT", "2021-tianjin-climate-talks"}
        }) {
      JsonNode refused = withdrawn(named[0], named[1], 0);
      assertEquals("IN_USE", refused.at("/userErrors/0/code").asText(), refused.toString());
    }
    // Another statement is known through it.
    JsonNode reporting = withdrawn("STATEMENT", "2021-09-01-wang-kerry-press-10", 0);
    assertTrue(
        reporting.at("/userErrors/0/message").asText().contains("press-10"), reporting.toString());
    assertEquals(before, exported());
  }

  @Test
  void whatIsWithdrawnIsGoneAndItsRevisionSaysSo() {
    String key = edited(RECORD_TOPIC, "input", name()).at("/recordTopic/topic/key").asText();
    int number = withdraw("TOPIC", key, 0).at("/revision/number").asInt();
    assertTrue(
        data("query($key: String!) { topic(key: $key) { name } }", "key", key)
            .path("topic")
            .isNull());
    JsonNode change =
        data(
                "query($number: Int!) { revision(number: $number) { reason changes { nodes { kind key thing { id } differences { before after } } } } }",
                "number",
                number)
            .path("revision");
    assertEquals("WITHDRAWN", change.at("/changes/nodes/0/kind").asText());
    assertEquals(key, change.at("/changes/nodes/0/key").asText());
    assertTrue(change.at("/changes/nodes/0/thing").isNull());
    assertEquals("A test", change.path("reason").asText());
  }

  @Test
  void anAddressSaysWhatWasThereAndThatItIsGone() {
    JsonNode recorded = edited(RECORD_TOPIC, "input", name()).path("recordTopic");
    String key = recorded.at("/topic/key").asText();
    int number = recorded.at("/revision/number").asInt();
    given().get("/topics/" + key).then().statusCode(200);
    withdraw("TOPIC", key, 0);
    given()
        .get("/topics/" + key)
        .then()
        .statusCode(410)
        .body("error", containsString("(A test). As it was before: /topics/" + key + "?asOf="));
    given()
        .get("/topics/" + key + "?asOf=" + number)
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("public, max-age=86400"))
        .body("name", equalTo(recorded.at("/topic/name").asText()));
    given().get("/topics/" + key + "?asOf=1").then().statusCode(404);
    given().get("/topics/cop26?asOf=2000-01-01T00:00:00Z").then().statusCode(404);
    given().get("/topics/cop26?asOf=yesterday").then().statusCode(400);
    given().get("/topics/cop26?asOf=99999999999").then().statusCode(400);
    given().get("/topics/cop26?asOf=1000000").then().statusCode(400);
    given().get("/topics/nothing-of-the-kind").then().statusCode(404);
  }

  /** The database itself refuses the n-th statement, whichever it is. */
  @Test
  void aFailureAtAnyStatementLeavesNothing() throws IOException {
    nothingIsChangedByAmendmentsThatFail(
        "2031-05-06",
        failing -> {
          EachStatement.watch(
              (number, sql) -> number == failing ? "select nothing from nowhere" : sql);
          return EachStatement::letGo;
        });
  }

  /** Where something is to fail. */
  @FunctionalInterface
  interface Fault {

    /**
     * Has the n-th step fail, from 1 on; 0 for none.
     *
     * @return ends it, and says how many steps there were
     */
    IntSupplier at(int step);
  }

  /** All of a meeting is amended, again and again, and fails at each step in turn. */
  final void nothingIsChangedByAmendmentsThatFail(String date, Fault fault) throws IOException {
    String key = recorded(date);
    String before = exported();
    long revisions = revisions();
    Map<String, Object> changes = meeting("2031-05-07");
    changes.remove("links");
    IntSupplier trial = fault.at(0);
    edited(AMEND_MEETING, "key", key, "version", 0, "input", changes, "try", true);
    int steps = trial.getAsInt();
    assertTrue(steps > 20, steps + " steps");
    for (int at = 1; at <= steps; at++) {
      IntSupplier failing = fault.at(at);
      JsonNode answer =
          GraphqlClient.askAsEditor(AMEND_MEETING, "key", key, "version", 0, "input", changes);
      int seen = failing.getAsInt();
      assertTrue(seen >= at, "step " + at + " never came");
      assertTrue(answer.has("errors"), "step " + at + ": " + answer);
      assertFalse(answer.toString().contains("nowhere"), answer.toString());
    }
    assertEquals(before, exported());
    assertEquals(revisions, revisions());
    withdraw("MEETING", key, 0);
  }

  @Test
  void manyWritersAndReadersAreNeverTorn() {
    String key = recorded("2031-05-08");
    AtomicInteger acknowledged = new AtomicInteger();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int writer = 0; writer < 6; writer++) {
      String name = "Writer " + writer;
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int time = 0; time < 5; time++) {
                  int version =
                      data("query($key: String!) { meeting(key: $key) { version } }", "key", key)
                          .at("/meeting/version")
                          .asInt();
                  String said = name + ", time " + time;
                  JsonNode payload = amend(key, version, Map.of("title", said, "place", said));
                  if (payload.at("/userErrors").isEmpty()) {
                    acknowledged.incrementAndGet();
                  } else {
                    assertEquals("CONFLICT", payload.at("/userErrors/0/code").asText());
                  }
                }
              }));
      all.add(
          CompletableFuture.runAsync(
              () -> {
                for (int time = 0; time < 10; time++) {
                  JsonNode meeting =
                      data(
                              "query($key: String!) { meeting(key: $key) { title place } }",
                              "key",
                              key)
                          .path("meeting");
                  assertTrue(
                      meeting.path("place").isNull()
                          || meeting.path("place").equals(meeting.path("title")),
                      meeting.toString());
                }
              }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    JsonNode meeting =
        data(
                "query($key: String!) { meeting(key: $key) { version history(first: 1) { totalCount } } }",
                "key",
                key)
            .path("meeting");
    assertTrue(acknowledged.get() > 0);
    assertEquals(acknowledged.get(), meeting.path("version").asInt());
    assertEquals(acknowledged.get() + 1, meeting.at("/history/totalCount").asInt());
    withdraw("MEETING", key, acknowledged.get());
  }

  @Test
  void aMirrorFollowsTheRevisions() {
    long last = revisions();
    String key = edited(RECORD_TOPIC, "input", name()).at("/recordTopic/topic/key").asText();
    withdraw("TOPIC", key, 0);
    JsonNode page =
        data("{ revisions(last: 2) { nodes { number changes { nodes { kind key } } } } }")
            .at("/revisions/nodes");
    assertEquals(last + 1, page.at("/0/number").asLong());
    assertEquals("RECORDED", page.at("/0/changes/nodes/0/kind").asText());
    assertEquals("WITHDRAWN", page.at("/1/changes/nodes/0/kind").asText());
  }

  /** As RFC 7089 has it. */
  @Test
  void anAddressLeadsToWhatItWasAtAMoment() {
    int first =
        edited(RECORD_TOPIC, "input", Map.of("key", "memento", "name", "Before"))
            .at("/recordTopic/revision/number")
            .asInt();
    int later =
        edited(
                "mutation { amendTopic(key: \"memento\", expectedVersion: 0, input: {name: \"After\"}, reason: \"A test\") { revision { number } } }")
            .at("/amendTopic/revision/number")
            .asInt();
    String link = given().get("/topics/memento").header("Link");
    assertEquals(
        "<memento>; rel=\"original timegate\", <memento/timemap>; rel=\"timemap\"; type=\"application/link-format\"",
        link);
    // Before it was recorded, and now.
    leads("Thu, 01 Jan 1970 00:00:00 GMT", first);
    leads("Fri, 01 Jan 2100 00:00:00 GMT", later);
    given()
        .get("/topics/memento?asOf=" + first)
        .then()
        .statusCode(200)
        .body("name", equalTo("Before"))
        .header("Memento-Datetime", containsString("GMT"))
        .header("Link", equalTo(link));
    given().header("Accept-Datetime", "lately").get("/topics/memento").then().statusCode(400);
    String map = given().get("/topics/memento/timemap").then().statusCode(200).extract().asString();
    assertTrue(map.contains("<../memento>; rel=\"original timegate\""), map);
    assertTrue(map.contains("<../memento?asOf=" + first + ">; rel=\"memento\"; datetime=\""), map);
    assertTrue(map.contains("<../memento?asOf=" + later + ">; rel=\"memento\""), map);
    withdraw("TOPIC", "memento", 1);
    // Its address is gone; what it was is not.
    given().get("/topics/memento").then().statusCode(410).header("Link", equalTo(link));
    leads("Thu, 01 Jan 1970 00:00:00 GMT", first);
    leads("Fri, 01 Jan 2100 00:00:00 GMT", later);
    // Recorded again: between the two, for a whole second, it is as it was before it was withdrawn.
    Instant between = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    while (Instant.now().isBefore(between.plusSeconds(1))) {
      Thread.onSpinWait();
    }
    edited(RECORD_TOPIC, "input", Map.of("key", "memento", "name", "Again"));
    leads(DateTimeFormatter.RFC_1123_DATE_TIME.format(between.atOffset(ZoneOffset.UTC)), later);
    leads("Thu, 01 Jan 1970 00:00:00 GMT", first);
    withdraw("TOPIC", "memento", 2);
    String left =
        given().get("/topics/memento/timemap").then().statusCode(200).extract().asString();
    assertTrue(left.startsWith(map.strip()), left);
    given().get("/topics/nothing/timemap").then().statusCode(404);
  }

  private static void leads(String date, int revision) {
    given()
        .redirects()
        .follow(false)
        .header("Accept-Datetime", date)
        .get("/topics/memento")
        .then()
        .statusCode(302)
        .header("Location", "memento?asOf=" + revision)
        .header("Vary", containsString("accept-datetime"));
  }

  /** A meeting of which the record names nobody tells of no party, and takes none away. */
  @Test
  void thatNoPartyIsKnownIsCountedWhereNoneIs() {
    edited(
        "mutation { recordTopic(input: {key: \"zz-counted\", name: \"Zzcounted\"}) { userErrors { message } } }");
    String met =
        "mutation($of: [ParticipationInput!]!) { recordMeeting(input: {title: \"Zz counted\", date: \"1950\", status: HELD, format: PHONE, topics: [\"zz-counted\"], participations: $of, accounts: []}) { meeting { key } userErrors { message } } }";
    String counted =
        "{ topicCounts(by: PARTY, filter: {text: \"zzcounted\"}) { totalCount nodes { key count } } }";
    JsonNode without = edited(met, "of", List.of());
    assertEquals(
        "{\"totalCount\":1,\"nodes\":[{\"key\":null,\"count\":1}]}",
        data(counted).path("topicCounts").toString());
    JsonNode with = edited(met, "of", List.of(Map.of("participant", "wang-yi", "party", "CN")));
    assertEquals(
        "{\"totalCount\":1,\"nodes\":[{\"key\":\"CN\",\"count\":1}]}",
        data(counted).path("topicCounts").toString());
    for (JsonNode meeting : List.of(without, with)) {
      withdraw("MEETING", meeting.at("/recordMeeting/meeting/key").asText(), 0);
    }
    withdraw("TOPIC", "zz-counted", 0);
  }

  /** A cursor is part of an address, however many names a thing has, and whatever its letters. */
  @Test
  void whatHasVeryManyNamesHasItsPlaceInAList() {
    List<Map<String, String>> names =
        IntStream.range(0, 50)
            .mapToObj(i -> Map.of("name", "\ud840\udc00\u738b".repeat(40) + i, "language", "zh"))
            .toList();
    List<String> keys = List.of("zz-long-1", "zz-long-2", "zz-long-3");
    for (String key : keys) {
      edited(
          "mutation($input: TopicInput!) { recordTopic(input: $input) { userErrors { message } } }",
          "input",
          Map.of("key", key, "name", "Zzlong " + "\ud840\udc00".repeat(70), "otherNames", names));
    }
    for (String direction : List.of("ASC", "DESC")) {
      List<String> found = new ArrayList<>();
      String after = null;
      do {
        JsonNode page =
            data(
                    "query($after: String) { topics(filter: {text: \"zzlong\"}, orderBy: {field: NAME, direction: %s}, first: 1, after: $after) { nodes { key } pageInfo { endCursor } } }"
                        .formatted(direction),
                    "after",
                    after)
                .path("topics");
        page.path("nodes").forEach(node -> found.add(node.path("key").asText()));
        after = page.at("/pageInfo/endCursor").textValue();
      } while (after != null);
      if (direction.equals("DESC")) {
        Collections.reverse(found);
      }
      assertEquals(keys, found);
    }
    keys.forEach(key -> withdraw("TOPIC", key, 0));
  }

  /** A cited address never comes to mean something else. */
  @Test
  void aKeyStaysItsThingsForGood() {
    String record =
        "mutation($input: TopicInput!) { recordTopic(input: $input) { topic { id key version } userErrors { field message code } } }";
    JsonNode first =
        edited(record, "input", Map.of("key", "for-good", "name", "For good"))
            .at("/recordTopic/topic");
    withdraw("TOPIC", "for-good", 0);
    // Proposed is another, and whoever gives another id is refused.
    assertEquals(
        "for-good-2",
        edited(record, "input", Map.of("name", "For good")).at("/recordTopic/topic/key").asText());
    JsonNode refused =
        edited(
            record,
            "input",
            Map.of("key", "for-good", "name", "X", "id", "01a20cc8-8e81-7c35-9375-000000000001"));
    assertEquals(
        "TAKEN", refused.at("/recordTopic/userErrors/0/code").asText(), refused.toString());
    // With the key alone it is the same thing, recorded again.
    JsonNode again =
        edited(record, "input", Map.of("key", "for-good", "name", "Again"))
            .at("/recordTopic/topic");
    assertEquals(first.path("id"), again.path("id"));
    assertEquals(1, again.path("version").asInt());
    withdraw("TOPIC", "for-good", 1);
    withdraw("TOPIC", "for-good-2", 0);
    given()
        .redirects()
        .follow(false)
        .header("Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT")
        .get("/topics/for-good")
        .then()
        .statusCode(302)
        .header("Location", containsString("for-good?asOf="));
    given()
        .header("Accept-Datetime", "Fri, 01 Jan 2100 00:00:00 GMT")
        .get("/topics/for-good")
        .then()
        .statusCode(200)
        .body("name", equalTo("Again"));
  }

  @Test
  void aCorrectionIsShownWordByWord() {
    edited(RECORD_TOPIC, "input", Map.of("key", "word-by-word", "name", "The climate of today"));
    edited(
        "mutation { amendTopic(key: \"word-by-word\", expectedVersion: 0, input: {name: \"The climate of 1990\"}, reason: \"A test\") { userErrors { code } } }");
    JsonNode words =
        data("{ topic(key: \"word-by-word\") { history(last: 1) { nodes { differences { words { kind text } } } } } }")
            .at("/topic/history/nodes/0/differences/0/words");
    assertEquals(
        "[{\"kind\":\"KEPT\",\"text\":\"The climate of \"},{\"kind\":\"REMOVED\",\"text\":\"today\"},{\"kind\":\"ADDED\",\"text\":\"1990\"}]",
        words.toString());
    withdraw("TOPIC", "word-by-word", 1);
  }

  @Test
  void keysAreProposedInAnyScript() {
    for (String[] one :
        new String[][] {
          {"王毅", "wang-yi-2"}, {"Лавров", "lavrov"}, {"李克强", "li-ke-qiang"}, {"Ægir Ýr", "aegir-yr"}
        }) {
      assertEquals(
          one[1],
          edited(
                  "mutation($name: String!) { recordParticipant(input: {name: $name}, validateOnly: true) { participant { key } } }",
                  "name",
                  one[0])
              .at("/recordParticipant/participant/key")
              .asText());
    }
  }

  @Test
  void aMutationsSelectionsAreCharged() {
    JsonNode refused =
        GraphqlClient.askAsEditor(
            "mutation { recordTopic(input: {name: \"Too dear\"}) { topic { statements(first: 100) { nodes { meeting { statements(first: 100) {"
                + " nodes { meeting { statements(first: 100) { nodes { text } } } } } } } } } } }");
    assertEquals("LIMIT_EXCEEDED", refused.at("/errors/0/extensions/code").asText());
    assertTrue(
        data("{ topics(filter: {text: \"dear\"}) { nodes { key } } }")
            .at("/topics/nodes")
            .isEmpty());
  }

  private static String words(JsonNode texts) {
    List<String> words = new ArrayList<>();
    texts.forEach(text -> words.add(text.asText()));
    return String.join(" ", words);
  }

  private static Map<String, Object> name() {
    return Map.of("name", "Topic of tests " + NAMES.incrementAndGet());
  }

  private static Map<String, @Nullable Object> nullOf(String member) {
    Map<String, @Nullable Object> changes = new HashMap<>();
    changes.put(member, null);
    return changes;
  }

  private static Map<String, Object> said(String text, String party) {
    return Map.of(
        "speakers",
        List.of(Map.of("party", party)),
        "act",
        "STATE",
        "mode",
        "INDIRECT",
        "text",
        text);
  }

  private static Map<String, Object> meeting(String date) {
    Map<String, Object> quoted = new HashMap<>(said("An unheardof word.", "CN"));
    quoted.put("mode", "MIXED");
    quoted.put("quotations", List.of(Map.of("words", "word", "start", 13, "end", 17)));
    String key = date + "-a-meeting-of-tests";
    Map<String, Object> meeting = new HashMap<>();
    meeting.put("title", "A meeting of tests");
    meeting.put("date", date);
    meeting.put("status", "HELD");
    meeting.put("format", "IN_PERSON");
    meeting.put("topics", List.of("cop26"));
    meeting.put(
        "participations",
        List.of(
            Map.of("participant", "wang-yi", "party", "CN", "offices", List.of("Office")),
            Map.of("participant", "john-kerry", "party", "US")));
    meeting.put(
        "accounts",
        List.of(
            Map.of("kind", "OFFICIAL_READOUT", "side", "CN", "statements", List.of(quoted)),
            Map.of(
                "kind",
                "OFFICIAL_READOUT",
                "side",
                "US",
                "statements",
                List.of(said("No such word.", "US")))));
    meeting.put(
        "links",
        List.of(
            Map.of(
                "kind", "CONTRADICTS", "statements", Arrays.asList(key + "-cn-1", key + "-us-1"))));
    return meeting;
  }

  private static String recorded(String date) {
    return edited(RECORD_MEETING, "input", meeting(date)).at("/recordMeeting/meeting/key").asText();
  }

  private static JsonNode amend(String key, int version, Map<String, ?> changes) {
    return edited(AMEND_MEETING, "key", key, "version", version, "input", changes)
        .path("amendMeeting");
  }

  private static int versionOf(String field, String key) {
    return data("query($key: String!) { thing: " + field + "(key: $key) { version } }", "key", key)
        .at("/thing/version")
        .asInt();
  }

  private static JsonNode withdraw(String kind, String key, int version) {
    JsonNode payload = withdrawn(kind, key, version);
    assertEquals("[]", payload.path("userErrors").toString());
    return payload;
  }

  private static JsonNode withdrawn(String kind, String key, int version) {
    return edited(
            "mutation($kind: WithdrawableKind!, $key: String!, $version: Int!) { withdraw(kind: $kind, key: $key,"
                + " expectedVersion: $version, reason: \"A test\") { revision { number } "
                + ERRORS
                + " } }",
            "kind",
            kind,
            "key",
            key,
            "version",
            version)
        .path("withdraw");
  }

  private static long revisions() {
    return data("{ revisions(first: 1) { totalCount } }").at("/revisions/totalCount").asLong();
  }

  private String exported() {
    return Documents.exported(export);
  }
}
