package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.chancery.GraphqlClient.data;
import static org.chancery.GraphqlClient.edited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.chancery.document.RecordExport;
import org.chancery.proof.SignedHead;
import org.chancery.revision.RecordVerification;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Words are gone from all of the database, answers say so, and the proof still holds. */
abstract class Erasing {

  private static final AtomicInteger NAMES = new AtomicInteger();

  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject RecordVerification verification;
  @Inject EntityManager entities;

  private final int number = NAMES.incrementAndGet();
  private final String name = "erased-" + number;

  /** Words that stand nowhere else; letters beyond 16 bits count as one. */
  private final String secret = "Zyxoqv%03dx".formatted(number);

  private String filled(String template) {
    return template.replace("NAME", name).replace("SECRET", secret).replace('\'', '"');
  }

  /** A meeting whose account has words in its text, its statements and a quotation. */
  private void record() {
    Documents.load(
        loader,
        filled(
            """
            {'type':'party','key':'NAME-p','name':'P','kind':'STATE'}
            {'type':'participant','key':'NAME-x','name':'SECRET Person','otherNames':[{'name':'SECRET'},{'name':'Left','language':'en'}],'sortName':'Person, SECRET','party':'NAME-p','sameAs':['https://example.org/SECRET','https://example.org/left']}
            {'type':'meeting','key':'NAME-m','title':'Met in SECRET','date':'1950','status':'HELD','format':'PHONE','place':'SECRET','participations':[{'participant':'NAME-x','party':'NAME-p','offices':['Minister of SECRET','SECRET','Envoy'],'joinedFrom':'SECRET'}],'accounts':[{'key':'NAME-a','kind':'PRESS_REPORT','publisher':'SECRET Press','url':'https://example.org/SECRET','text':'𝔸 began. They said SECRET aloud 𝔸. It ended.','statements':[{'key':'NAME-s','speakers':[{'participant':'NAME-x'}],'source':'SECRET','cue':'said','act':'STATE','mode':'MIXED','text':'They said SECRET aloud 𝔸.','anchor':{'exact':'They said SECRET aloud 𝔸.','start':9,'end':38},'quotations':[{'words':'SECRET aloud','start':10,'end':26}]},{'key':'NAME-t','speakers':[{'participant':'NAME-x'}],'act':'STATE','mode':'INDIRECT','text':'It ended.','anchor':{'exact':'It ended.','start':39,'end':48}}]}]}
            """));
  }

  private int edit(String mutation) {
    JsonNode done =
        edited(
            filled(
                "mutation { it: "
                    + mutation
                    + " { revision { number } userErrors { message } } }"));
    assertEquals(0, done.at("/it/userErrors").size(), done.toString());
    return done.at("/it/revision/number").asInt();
  }

  private String refused(String mutation) {
    return edited(filled("mutation { it: " + mutation + " { userErrors { field code message } } }"))
        .at("/it/userErrors/0")
        .toString();
  }

  private List<String> faults(String... kept) {
    return verification.verify(List.of(kept), revision -> {}).faults();
  }

  private SignedHead head() {
    return Objects.requireNonNull(verification.verify(List.of(), revision -> {}).head());
  }

  /** Where in the database some words stand: every column of every table, as text. */
  private List<String> places(String words) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .doReturningWork(connection -> places(connection, words)));
  }

  private static List<String> places(Connection connection, String words) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement columns = connection.createStatement();
        ResultSet all =
            columns.executeQuery(
                "select table_schema, table_name, column_name from information_schema.columns where lower(table_schema) in ('public', 'history')")) {
      while (all.next()) {
        String table = "\"%s\".\"%s\"".formatted(all.getString(1), all.getString(2));
        try (Statement rows = connection.createStatement();
            ResultSet row =
                rows.executeQuery(
                    "select count(*) from %s where lower(cast(\"%s\" as varchar)) like '%%%s%%'"
                        .formatted(table, all.getString(3), words.toLowerCase(Locale.ROOT)))) {
          row.next();
          if (row.getInt(1) > 0) {
            found.add(table + "." + all.getString(3));
          }
        }
      }
    }
    return found;
  }

  private static int found(String words) {
    JsonNode answer =
        data(
            "query($words: String!) { meetings(filter: {text: $words}) { totalCount } participants(filter: {text: $words}) { totalCount } statements(filter: {text: $words}) { totalCount } }",
            "words",
            words);
    int found = 0;
    for (JsonNode list : answer) {
      found += list.path("totalCount").asInt();
    }
    return found;
  }

  @Test
  void allWordsOfAStatementGoFromThePresentAndThePast() {
    record();
    int amended =
        edit(
            "amendStatement(key: \"NAME-s\", expectedVersion: 0, reason: \"Better\", input: {text: \"They said SECRET 𝔸 loudly.\", quotations: [{words: \"SECRET 𝔸\", start: 10, end: 22}]})");
    String before = head().note();
    int erased = edit("erase(kind: STATEMENT, key: \"NAME-s\", reason: \"By order of a court\")");
    assertEquals(List.of(), faults());
    assertEquals(List.of(), faults(before));
    JsonNode answer =
        data(
            "query($key: String!, $then: Int!, $amended: Int!) { statement(key: $key) { text version source quotations { words } anchor { exact } account { text } history(first: 9) { nodes { kind differences { path before after } } } }"
                + " first: asOf(revision: $then) { statement(key: $key) { text source anchor { exact } account { text } } } then: asOf(revision: $amended) { statement(key: $key) { text } } }",
            "key",
            name + "-s",
            "then",
            amended - 1,
            "amended",
            amended);
    assertFalse(answer.toString().contains(secret), answer.toString());
    String text = answer.at("/statement/text").asText();
    assertTrue(text.matches("\\[erased█+]"), text);
    assertEquals(
        filled("They said SECRET 𝔸 loudly.").codePoints().count(), text.codePoints().count());
    assertEquals("[erased]", answer.at("/first/statement/source").asText());
    String account = answer.at("/statement/account/text").asText();
    assertTrue(account.matches("𝔸 began. \\[erased█+] It ended\\."), account);
    assertEquals(
        answer.at("/first/statement/anchor/exact").asText(),
        account.substring(account.indexOf('['), account.indexOf(']') + 1));
    JsonNode history = answer.at("/statement/history/nodes");
    assertEquals("ERASED", history.path(history.size() - 1).path("kind").asText());
    assertEquals(0, history.path(history.size() - 1).path("differences").size());
    assertEquals(2, answer.at("/statement/version").asInt());
    // What it carries no words of has stayed: the meeting, the other statement, the person.
    assertTrue(places("They said " + secret).isEmpty(), places("They said " + secret).toString());
    assertEquals(
        "It ended.",
        data(
                "query($key: String!) { statement(key: $key) { anchor { exact } } }",
                "key",
                name + "-t")
            .at("/statement/anchor/exact")
            .asText());
    assertTrue(
        refused("undo(revision: %d, reason: \"No\")".formatted(erased)).contains("for good"));
    assertTrue(
        refused("erase(kind: STATEMENT, key: \"NAME-s\", reason: \"Again\")")
            .contains("no words that are not erased"));
    String document = Documents.exported(export);
    assertEquals(0, Documents.load(loader, document).changes());
  }

  @Test
  void aPassageGoesFromAllThatAMeetingCarries() {
    record();
    edit(
        "amendMeeting(key: \"NAME-m\", expectedVersion: 0, reason: \"Not SECRET but\", input: {title: \"SECRET talks\"})");
    edit("withdraw(kind: STATEMENT, key: \"NAME-t\", expectedVersion: 0, reason: \"Wrong\")");
    edit(
        "erase(kind: PARTICIPANT, key: \"NAME-x\", passages: [\"SECRET\"], reason: \"They asked for it\")");
    edit(
        "erase(kind: MEETING, key: \"NAME-m\", passages: [\"SECRET\"], reason: \"They asked for it\")");
    assertEquals(List.of(), places(secret));
    assertEquals(List.of(), faults());
    assertEquals(0, found(secret));
    JsonNode answer =
        data(
            filled(
                "{ meeting(key: 'NAME-m') { title place participations { offices participant { name sortName sameAs otherNames { name language } } } accounts { publisher statements { nodes { text quotations { words } } } } } }"));
    assertEquals(
        filled(
            "{'title':'%1$s talks','place':'[erased]','participations':[{'offices':['Minister of %1$s','Envoy'],'participant':{'name':'%1$s Person','sortName':'Person, %1$s','sameAs':['https://example.org/left'],'otherNames':[{'name':'Left','language':'en'}]}}],'accounts':[{'publisher':'%1$s Press','statements':{'nodes':[{'text':'They said %1$s aloud 𝔸.','quotations':[{'words':'%1$s aloud'}]}]}}]}"
                .formatted(instead(secret))),
        answer.path("meeting").toString());
  }

  private static String instead(String words) {
    return words.length() < 8
        ? "█".repeat(words.length())
        : "[erased" + "█".repeat(words.length() - 8) + "]";
  }

  @Test
  void whatWasWithdrawnOrMergedIsErasedByTheKeyThatItHad() {
    record();
    Documents.load(loader, filled("{'type':'participant','key':'NAME-y','name':'SECRET Other'}"));
    edit("merge(kind: PARTICIPANT, kept: \"NAME-x\", merged: \"NAME-y\", reason: \"One\")");
    edit("erase(kind: PARTICIPANT, key: \"NAME-y\", reason: \"Asked for\")");
    assertEquals(List.of(), places(secret + " other"));
    edit("withdraw(kind: MEETING, key: \"NAME-m\", expectedVersion: 0, reason: \"Wrong\")");
    edit("erase(kind: MEETING, key: \"NAME-m\", reason: \"Asked for\")");
    edit("erase(kind: PARTICIPANT, key: \"NAME-x\", reason: \"Asked for\")");
    assertEquals(List.of(), places(secret));
    assertEquals(List.of(), faults());
    JsonNode person =
        data(filled("{ participant(key: 'NAME-x') { name otherNames { name } sameAs } }"))
            .path("participant");
    assertEquals("{\"name\":\"[erased]\",\"otherNames\":[],\"sameAs\":[]}", person.toString());
  }

  @Test
  void inOneOperationWithWhatWroteTheWords() {
    record();
    JsonNode done =
        edited(
            filled(
                "mutation { amendStatement(key: 'NAME-t', expectedVersion: 0, reason: 'One', input: {text: 'It ended SECRET.'}) { userErrors { message } }"
                    + " erase(kind: MEETING, key: 'NAME-m', passages: ['SECRET'], reason: 'Two') { revision { number erasedDigests(first: 50) { totalCount nodes { document } } } userErrors { message } } }"));
    assertEquals(0, done.at("/erase/userErrors").size(), done.toString());
    assertTrue(done.at("/erase/revision/erasedDigests/totalCount").asInt() > 3, done.toString());
    assertEquals(List.of(), places("ended " + secret));
    assertEquals(List.of(), faults());
  }

  @Test
  void answersThatAreKeptForWhoAsksAgainAreErasedToo() {
    record();
    String mutation =
        filled(
            "mutation { recordTopic(input: {key: 'NAME-k', name: 'About SECRET'}) { topic { name } } }");
    String key = "\"" + name + "\"";
    assertTrue(sent(key, mutation).contains(secret));
    edit("erase(kind: TOPIC, key: \"NAME-k\", passages: [\"SECRET\"], reason: \"Asked for\")");
    assertTrue(
        places(secret).stream()
            .noneMatch(place -> place.toLowerCase(Locale.ROOT).contains("kept")));
    assertEquals(
        0,
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    entities
                        .createNativeQuery(
                            "select count(*) from kept_answer where request <> ''", Integer.class)
                        .getSingleResult()));
    String again = sent(key, mutation);
    assertTrue(again.contains("IDEMPOTENCY_ANSWER_FORGOTTEN"), again);
    assertEquals(1, historyOf("topic", name + "-k", "RECORDED"));
    String both =
        filled(
            "mutation { recordTopic(input: {key: 'NAME-l', name: 'About SECRET'}) { topic { name } } erase(kind: TOPIC, key: 'NAME-l', passages: ['SECRET'], reason: 'R') { userErrors { message } } }");
    assertFalse(sent("\"both-" + name + "\"", both).contains("\"errors\""));
    assertEquals(List.of(), faults());
    assertTrue(
        places(secret).stream()
            .noneMatch(place -> place.toLowerCase(Locale.ROOT).contains("kept")));
  }

  private static int historyOf(String kind, String key, String change) {
    int found = 0;
    for (JsonNode one :
        data(
                "query($key: String!) { it: %s(key: $key) { history(first: 50) { nodes { kind } } } }"
                    .formatted(kind),
                "key",
                key)
            .at("/it/history/nodes")) {
      found += one.path("kind").asText().equals(change) ? 1 : 0;
    }
    return found;
  }

  private static String sent(String key, String mutation) {
    return given()
        .auth()
        .preemptive()
        .basic("editor", "editor")
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(Map.of("query", mutation))
        .post("/graphql")
        .asString();
  }

  /** First one passage, then another, then all of it, also of what was withdrawn since. */
  @Test
  void whatWasErasedOnceIsErasedFurther() {
    record();
    edit("erase(kind: STATEMENT, key: \"NAME-s\", passages: [\"SECRET\"], reason: \"One\")");
    edit(
        "erase(kind: STATEMENT, key: \"NAME-s\", passages: [\"loud\", \"aloud\", \"e\", \"erased\"], reason: \"Two\")");
    assertEquals(
        "Th█y said %s █████ 𝔸.".formatted(instead(secret)),
        data(filled("{ statement(key: 'NAME-s') { text } }")).at("/statement/text").asText());
    edit("erase(kind: STATEMENT, key: \"NAME-s\", reason: \"Three\")");
    edit("withdraw(kind: STATEMENT, key: \"NAME-s\", expectedVersion: 3, reason: \"Four\")");
    edit("erase(kind: MEETING, key: \"NAME-m\", reason: \"Five\")");
    edit("erase(kind: PARTICIPANT, key: \"NAME-x\", reason: \"Six\")");
    assertEquals(List.of(), places(secret));
    assertEquals(List.of(), faults());
    edited(
        filled(
            "mutation { a: erase(kind: PARTY, key: 'NAME-p', reason: 'R') { userErrors { message } } b: recordTopic(input: {key: 'NAME-e', name: 'One two'}) { userErrors { message } }"
                + " c: erase(kind: TOPIC, key: 'NAME-e', passages: ['One'], reason: 'R') { userErrors { message } } d: erase(kind: TOPIC, key: 'NAME-e', passages: ['two'], reason: 'R') { userErrors { message } } }"));
    assertEquals(List.of(), faults());
  }

  @Test
  void whatWasMovedToAnotherMeetingIsErasedThereToo() {
    record();
    String other =
        "{'type':'meeting','key':'NAME-n','title':'Other','date':'1951','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-b','kind':'MEMOIR','statements':[%s]}]}\n";
    String moved =
        "{'key':'NAME-s','speakers':[{'participant':'NAME-x'}],'act':'STATE','mode':'INDIRECT','text':'They said SECRET aloud.'}";
    String first =
        "{'type':'meeting','key':'NAME-m','title':'Met','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-a','kind':'MEMOIR'}]}\n";
    Documents.load(loader, filled(first + other.formatted(moved)));
    edit("erase(kind: MEETING, key: \"NAME-m\", passages: [\"SECRET\"], reason: \"Court\")");
    assertEquals(List.of(), faults());
    edit("erase(kind: PARTICIPANT, key: \"NAME-x\", passages: [\"SECRET\"], reason: \"Court\")");
    assertEquals(List.of(), places(secret));
    Documents.load(loader, filled(other.formatted("") + first));
    edit("erase(kind: ACCOUNT, key: \"NAME-b\", passages: [\"aloud\"], reason: \"Court\")");
    assertEquals(List.of(), faults());
  }

  @Test
  void theWordsOfAStatementGoFromTheTextOfItsAccountAlsoWithoutAnAnchor() {
    record();
    Documents.load(
        loader,
        filled(
            "{'type':'meeting','key':'NAME-w','title':'W','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-wa','kind':'MEMOIR','title':'A said so','text':'Lead. Alone SECRET said. Then a word.','statements':["
                + "{'key':'NAME-ws','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'Alone SECRET said.'},"
                + "{'key':'NAME-wt','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'A word.','anchor':{'exact':'a','start':35,'end':36}}]}]}"
                    .replace("'start':35,'end':36", at("Lead. Alone SECRET said. Then a"))));
    edit("erase(kind: STATEMENT, key: \"NAME-ws\", reason: \"Court\")");
    edit("erase(kind: STATEMENT, key: \"NAME-wt\", reason: \"Court\")");
    JsonNode account = data(filled("{ account(key: 'NAME-wa') { title text } }")).path("account");
    assertEquals("A said so", account.path("title").asText());
    assertTrue(
        account.path("text").asText().matches("Lead\\. \\[erased█+] Then █ word\\."),
        account.toString());
    edit(
        "erase(kind: STATEMENT, key: \"NAME-s\", passages: [\"SECRET\", \" aloud 𝔸. It\"], reason: \"Court\")");
    assertEquals(List.of(), faults());
  }

  /** In two steps: the words that are found in the account have a mark in them by then. */
  @Test
  void whatIsLeftOfAStatementGoesFromTheTextOfItsAccountToo() {
    record();
    Documents.load(
        loader,
        filled(
            "{'type':'meeting','key':'NAME-w','title':'W','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-wa','kind':'MEMOIR','text':'Lead. Alone SECRET said. Then.','statements':["
                + "{'key':'NAME-ws','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'INDIRECT','text':'Alone SECRET said.'}]}]}"));
    edit("erase(kind: STATEMENT, key: \"NAME-ws\", passages: [\"SECRET\"], reason: \"One\")");
    edit("erase(kind: STATEMENT, key: \"NAME-ws\", reason: \"Two\")");
    String text = data(filled("{ account(key: 'NAME-wa') { text } }")).at("/account/text").asText();
    assertTrue(text.matches("Lead\\. \\[erased█+] Then\\."), text);
    assertEquals(List.of(), faults());
  }

  /** Whether what was erased stood within quotation marks, nobody knows any more. */
  @Test
  void whatIsLeftIsARecordThatCanBeKeptAndTakenElsewhere() {
    record();
    Documents.load(
        loader,
        filled(
            """
            {'type':'participant','key':'NAME-z','name':'Z','otherNames':[{'name':'John SECRETa'},{'name':'John SECRETb'}]}
            {'type':'meeting','key':'NAME-q','title':'Q','date':'1950','status':'HELD','format':'PHONE','accounts':[{'key':'NAME-qa','kind':'MEMOIR','statements':[{'key':'NAME-q1','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'MIXED','text':'“We agree,” he said.','quotations':[{'words':'We agree','start':1,'end':9}]},{'key':'NAME-q2','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'MIXED','text':'They “agree” SECRET.','quotations':[{'words':'agree','start':6,'end':11}]},{'key':'NAME-q3','speakers':[{'party':'NAME-p'}],'act':'STATE','mode':'DIRECT','text':'“SECRET agree”','quotations':[{'words':'SECRET agree','start':1,'end':%d}]}]}]}
            """
                .formatted(secret.length() + 7)));
    edit("erase(kind: STATEMENT, key: \"NAME-q1\", reason: \"One\")");
    edit(
        "erase(kind: STATEMENT, key: \"NAME-q2\", passages: [\"They\", \"SECRET\"], reason: \"Two\")");
    edit("erase(kind: STATEMENT, key: \"NAME-q3\", passages: [\"SECRET\"], reason: \"Three\")");
    edit(
        "erase(kind: PARTICIPANT, key: \"NAME-z\", passages: [\"SECRETa\", \"SECRETb\"], reason: \"Four\")");
    assertEquals(List.of(), faults());
    edit(
        "amendMeeting(key: \"NAME-q\", expectedVersion: 3, input: {title: \"R\"}, reason: \"Five\")");
    edit(
        "amendParticipant(key: \"NAME-z\", expectedVersion: 1, input: {name: \"Zz\"}, reason: \"Six\")");
    for (String all :
        List.of(
            "kind: MEETING, key: \"NAME-m\"",
            "kind: MEETING, key: \"NAME-q\"",
            "kind: PARTICIPANT, key: \"NAME-x\"",
            "kind: PARTICIPANT, key: \"NAME-z\"",
            "kind: PARTY, key: \"NAME-p\"")) {
      edit("erase(%s, reason: \"All\")".formatted(all));
    }
    assertEquals(List.of(), faults());
    assertEquals(0, Documents.load(loader, Documents.exported(export)).changes());
  }

  @Test
  void whatIsErasedIsAmendedOrWithdrawnInTheSameOperation() {
    record();
    JsonNode done =
        edited(
            filled(
                "mutation { a: erase(kind: STATEMENT, key: 'NAME-s', passages: ['SECRET'], reason: 'One') { userErrors { message } }"
                    + " b: amendStatement(key: 'NAME-s', expectedVersion: 1, reason: 'Two', input: {cue: 'told'}) { userErrors { message } revision { changes { nodes { key kind } } } }"
                    + " c: erase(kind: STATEMENT, key: 'NAME-t', reason: 'Three') { userErrors { message } }"
                    + " d: withdraw(kind: STATEMENT, key: 'NAME-t', expectedVersion: 1, reason: 'Four') { userErrors { message } revision { changes { nodes { key kind } } } } }"));
    for (String one : List.of("a", "b", "c", "d")) {
      assertEquals("[]", done.at("/%s/userErrors".formatted(one)).toString(), done.toString());
    }
    String changes = done.at("/d/revision/changes/nodes").toString();
    assertTrue(changes.contains(filled("{'key':'NAME-s','kind':'AMENDED'}")), changes);
    assertTrue(changes.contains(filled("{'key':'NAME-t','kind':'WITHDRAWN'}")), changes);
    assertEquals(List.of(), faults());
  }

  /** Whichever of the two comes first. */
  @Test
  void noReasonRepeatsWhatItsOperationErases() {
    record();
    String said = filled("{ statement(key: 'NAME-s') { text cue version } }");
    String before = data(said).toString();
    JsonNode done =
        edited(
            filled(
                "mutation { a: erase(kind: STATEMENT, key: 'NAME-s', passages: ['SECRET'], reason: 'One') { userErrors { code } }"
                    + " b: amendStatement(key: 'NAME-s', expectedVersion: 1, reason: 'Two SECRET', input: {cue: 'told'}) { userErrors { field code } } }"));
    assertEquals(
        "[{\"field\":[\"reason\"],\"code\":\"INVALID\"}]",
        done.at("/b/userErrors").toString(),
        done.toString());
    assertEquals(before, data(said).toString());
  }

  /** Where the last letter of some words stands. */
  private String at(String words) {
    int end = filled(words).length();
    return "'start':%d,'end':%d".formatted(end - 1, end);
  }

  @Test
  void nothingGrowsByIt() {
    Documents.load(
        loader, filled("{'type':'topic','key':'NAME-g','name':'%s'}".formatted("e".repeat(250))));
    edit("erase(kind: TOPIC, key: \"NAME-g\", passages: [\"e\"], reason: \"All of it\")");
    assertEquals(
        "[erased]", data(filled("{ topic(key: 'NAME-g') { name } }")).at("/topic/name").asText());
  }

  @Test
  void whatCannotBeErasedIsToldAndNothingIs() {
    record();
    String before = Documents.exported(export);
    assertTrue(
        refused("erase(kind: MEETING, key: \"NAME-none\", reason: \"R\")").contains("NOT_FOUND"));
    assertTrue(
        refused("erase(kind: MEETING, key: \"NAME-m\", passages: [\"never said\"], reason: \"R\")")
            .contains("NOT_FOUND"));
    assertTrue(
        refused("erase(kind: MEETING, key: \"NAME-m\", passages: [], reason: \"R\")")
            .contains("Name words"));
    assertTrue(
        refused("erase(kind: MEETING, key: \"NAME-m\", passages: [\"\"], reason: \"R\")")
            .contains("It is empty"));
    assertTrue(
        refused(
                "erase(kind: MEETING, key: \"NAME-m\", passages: [\"SECRET\"], reason: \"No SECRET\")")
            .contains("repeats words"));
    edited(
        filled(
            "mutation { erase(kind: MEETING, key: 'NAME-m', passages: ['SECRET'], reason: 'R', validateOnly: true) { userErrors { message } } }"));
    assertEquals(before, Documents.exported(export));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "update history.topic set name = 'Forged' where record_key = 'cop26'")
                    .executeUpdate());
    try {
      assertTrue(
          refused("erase(kind: TOPIC, key: \"cop26\", reason: \"R\")")
              .contains("not what was signed"));
    } finally {
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  entities
                      .createNativeQuery(
                          "update history.topic h set name = (select t.name from topic t where t.id = h.id) where record_key = 'cop26'")
                      .executeUpdate());
    }
  }

  @Test
  void anOutsiderSeesTheDigestThatWasSignedAndTheOneOfWhatIsLeft() {
    record();
    int erased =
        edit("erase(kind: STATEMENT, key: \"NAME-s\", passages: [\"SECRET\"], reason: \"Court\")");
    JsonNode answer =
        data(
            "query($n: Int!, $key: String!) { statement(key: $key) { history(first: 1) { nodes { proof { document salt digest erasedDigest } } } } revision(number: $n) { proof { leaf } erasedDigests(first: 50) { nodes { document } } } }",
            "n",
            erased,
            "key",
            name + "-s");
    JsonNode proof = answer.at("/statement/history/nodes/0/proof");
    assertFalse(proof.path("document").asText().contains(secret));
    assertTrue(answer.at("/revision/proof/leaf").asText().contains("\"erased\":"));
    List<String> documents =
        answer.at("/revision/erasedDigests/nodes").findValuesAsText("document");
    assertTrue(
        documents.stream()
            .anyMatch(
                document ->
                    document.contains(proof.path("digest").asText())
                        && document.contains(proof.path("erasedDigest").asText())),
        answer.toString());
  }
}
