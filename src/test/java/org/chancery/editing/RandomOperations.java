package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.RecordExport;
import org.chancery.revision.RecordVerification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever editors do in whatever order, several things at once: the record is what was signed, the
 * past is as it was, and what comes out can be taken in.
 */
abstract class RandomOperations {

  /** More with {@code -Dchancery.test.operations=}. */
  private static final int FEW = 30;

  private static final int BETWEEN_LOOKS = 10;

  private static final List<String> WORDS =
      List.of("Quorl", "brint", "“gammle”", "délsk", "帯屋", "épsk", "zwint", "𝔸");

  private static final Map<String, String> ENTITIES =
      Map.of("t", "Topic", "x", "Participant", "m", "Meeting", "a", "Account", "s", "Statement");

  @Inject EntityManager entities;
  @Inject DocumentLoader loader;
  @Inject RecordExport export;
  @Inject RecordVerification verification;

  private final Map<Integer, String> asTheyWere = new LinkedHashMap<>();
  private Random chance = new Random();
  private String name = "";
  private int before;

  private final Map<String, List<String>> there = new HashMap<>();

  /** How many keys of a kind were given out. */
  private final Map<String, Integer> recorded = new HashMap<>();

  /** How often something was touched by the operation that is being made, by its key. */
  private final Map<String, Integer> touched = new HashMap<>();

  @Test
  void leaveARecordThatHoldsTogether() {
    int operations = Integer.getInteger("chancery.test.operations", FEW);
    long seed = Long.getLong("chancery.test.seed", System.nanoTime());
    chance = new Random(seed);
    name = "zz-" + Long.toString(seed, 36).replace('-', 'n');
    before = lastRevision();
    System.out.println("Operations of -Dchancery.test.seed=" + seed);
    try {
      edit("recordParty(input: {key: \"NAME-p0\", name: \"P\", kind: STATE})");
      for (int i = 0; i < 3; i++) {
        edit("recordTopic(input: {key: %s, name: %s})".formatted(newKey("t"), words()));
        edit("recordParticipant(input: {key: %s, name: %s})".formatted(newKey("x"), words()));
        lookWhatIsThere();
        edit(recordMeeting());
      }
      int done = 0;
      int moved = 0;
      for (int i = 1; i <= operations; i++) {
        if (chance.nextInt(8) == 0) {
          moved += move() ? 1 : 0;
        } else {
          done += edit(mutations()) ? 1 : 0;
        }
        if (i % BETWEEN_LOOKS == 0) {
          look();
        }
      }
      System.out.printf("%d of %d were done, %d moved a statement%n", done, operations, moved);
      assertTrue(done + moved > 0, "none of them was done");
    } catch (AssertionError failure) {
      throw new AssertionError("with -Dchancery.test.seed=" + seed, failure);
    }
  }

  private void look() {
    assertEquals(List.of(), verification.verify(List.of(), revision -> {}).faults());
    assertEquals(0, Documents.load(loader, Documents.exported(export)).changes());
    asTheyWere.forEach(
        (revision, record) ->
            assertEquals(record, given().get("/record?asOf=" + revision).asString()));
    asTheyWere.clear();
  }

  /** A statement goes from one meeting to another, as documents can have it. */
  private boolean move() {
    List<ObjectNode> meetings = new ArrayList<>();
    for (String line : Documents.exported(export).lines().toList()) {
      if (line.contains("\"key\":\"" + name + "-m")) {
        meetings.add(Documents.read(line));
      }
    }
    Collections.shuffle(meetings, chance);
    ArrayNode from = first(meetings, true);
    ArrayNode to = first(meetings, false);
    if (from == null || to == null) {
      return false;
    }
    to.insert(0, from.remove(0));
    // Links are between statements of a meeting.
    meetings.forEach(meeting -> meeting.remove("links"));
    String document = meetings.stream().map(ObjectNode::toString).collect(Collectors.joining("\n"));
    try {
      return Documents.load(loader, document).changes() > 0;
    } catch (FaultyDocumentException told) {
      return false;
    }
  }

  /** The statements of the first account that has some, or that has none. */
  private static @Nullable ArrayNode first(List<ObjectNode> meetings, boolean hasSome) {
    for (ObjectNode meeting : meetings) {
      for (JsonNode account : meeting.path("accounts")) {
        if (account.path("statements").isEmpty() != hasSome) {
          return ((ObjectNode) account).withArray("/statements");
        }
      }
    }
    return null;
  }

  private boolean edit(String... mutations) {
    StringBuilder document = new StringBuilder("mutation {");
    for (int i = 0; i < mutations.length; i++) {
      document.append(
          " m%d: %s { revision { number } userErrors { message } }".formatted(i, mutations[i]));
    }
    JsonNode answer = GraphqlClient.askAsEditor((document + " }").replace("NAME", name));
    boolean isDone = !answer.has("errors");
    for (JsonNode one : answer.path("data")) {
      isDone &= one.path("userErrors").isEmpty();
    }
    // What is wrong with them is told, and is nothing of ours.
    assertFalse(answer.toString().contains("INTERNAL_SERVER_ERROR"), document + "\n" + answer);
    assertFalse(answer.toString().contains("GRAPHQL_"), document + "\n" + answer);
    if (document.indexOf("erase(") > 0) {
      asTheyWere.clear();
    } else if (isDone) {
      int revision = answer.at("/data/m0/revision/number").asInt();
      if (revision > 0 && chance.nextInt(3) == 0) {
        asTheyWere.put(revision, Documents.exported(export));
      }
    }
    return isDone;
  }

  private String[] mutations() {
    touched.clear();
    lookWhatIsThere();
    List<String> mutations = new ArrayList<>();
    for (int i = chance.nextInt(3); i >= 0; i--) {
      mutations.add(mutation());
    }
    return mutations.toArray(String[]::new);
  }

  private String mutation() {
    List<Supplier<String>> all =
        List.of(
            () -> "recordTopic(input: {key: %s, name: %s})".formatted(newKey("t"), words()),
            () -> "recordParticipant(input: {key: %s, name: %s})".formatted(newKey("x"), words()),
            this::recordMeeting,
            this::recordMeeting,
            () -> "recordAccount(meeting: %s, input: %s)".formatted(key("m"), account()),
            () -> "recordStatement(account: %s, input: %s)".formatted(key("a"), statement()),
            () -> "recordStatement(account: %s, input: %s)".formatted(key("a"), statement()),
            () -> amend("Topic", "t", "name: " + words()),
            () -> amend("Participant", "x", "otherNames: [{name: %s}]".formatted(words())),
            () -> amend("Meeting", "m", "title: " + words()),
            () -> amend("Meeting", "m", "topics: [%s]".formatted(key("t"))),
            () -> amend("Account", "a", "title: " + words()),
            () -> amend("Account", "a", "statements: [%s]".formatted(statement())),
            () -> amend("Statement", "s", said() + ", topics: [%s]".formatted(key("t"))),
            () -> withdraw("TOPIC", "t"),
            () -> withdraw("MEETING", "m"),
            () -> withdraw("ACCOUNT", "a"),
            () -> withdraw("STATEMENT", "s"),
            () -> withdraw("STATEMENT", "s"),
            () ->
                "linkStatements(statements: [%s, %s], kind: CONTRADICTS)"
                    .formatted(key("s"), key("s")),
            () ->
                "merge(kind: TOPIC, kept: %s, merged: %s, reason: \"R\")"
                    .formatted(key("t"), key("t")),
            () ->
                "merge(kind: PARTICIPANT, kept: %s, merged: %s, reason: \"R\")"
                    .formatted(key("x"), key("x")),
            () -> "undo(revision: %d, reason: \"R\")".formatted(lately()),
            () -> "undo(revision: %d, reason: \"R\")".formatted(lately()),
            () -> erase("STATEMENT", "s"),
            () -> erase("MEETING", "m"),
            () -> erase("TOPIC", "t"));
    return all.get(chance.nextInt(all.size())).get();
  }

  /** One of the last revisions, which are of this test. */
  private int lately() {
    return Math.max(before + 1, lastRevision() - chance.nextInt(6));
  }

  private static int lastRevision() {
    return GraphqlClient.data("{ revisions(last: 1) { nodes { number } } }")
        .at("/revisions/nodes/0/number")
        .asInt();
  }

  /** One of the last few, so that they meet; now and then one that is gone. */
  private String key(String kind) {
    List<String> last = there.getOrDefault(kind, List.of());
    return last.isEmpty() || chance.nextInt(15) == 0
        ? key(kind, chance.nextInt(recorded.getOrDefault(kind, 0) + 1))
        : "\"%s\"".formatted(last.get(Math.max(0, last.size() - 1 - chance.nextInt(4))));
  }

  /** What the record has. */
  private void lookWhatIsThere() {
    ENTITIES.forEach(
        (kind, entity) ->
            there.put(
                kind,
                QuarkusTransaction.requiringNew()
                    .call(
                        () ->
                            entities
                                .createQuery(
                                    "select e.key from %s e where e.key like :mine order by e.id"
                                        .formatted(entity),
                                    String.class)
                                .setParameter("mine", name + "-%")
                                .getResultList())));
  }

  /** One that nothing has had, most of the time. */
  private String newKey(String kind) {
    return chance.nextInt(8) == 0
        ? key(kind)
        : key(kind, recorded.merge(kind, 1, Integer::sum) - 1);
  }

  private static String key(String kind, int number) {
    return "\"NAME-%s%d\"".formatted(kind, number);
  }

  private String words() {
    return "\"%s %s\""
        .formatted(
            WORDS.get(chance.nextInt(WORDS.size())), WORDS.get(chance.nextInt(WORDS.size())));
  }

  private String recordMeeting() {
    return "recordMeeting(input: {key: %s, title: %s, date: \"195%d\", status: HELD, format: PHONE, topics: [%s], participations: [{participant: %s, party: \"NAME-p0\"}], accounts: [%s]})"
        .formatted(
            newKey("m"),
            words(),
            chance.nextInt(10),
            chance.nextBoolean() ? key("t") : "",
            key("x"),
            chance.nextBoolean() ? account() : "");
  }

  private String account() {
    return "{key: %s, kind: MEMOIR, text: \"They said “gammle” then.\", statements: [%s]}"
        .formatted(newKey("a"), chance.nextBoolean() ? statement() : "");
  }

  private String statement() {
    return "{key: %s, speakers: [{participant: %s}], addressees: [{party: \"NAME-p0\"}], act: STATE, topics: [%s], %s}"
        .formatted(newKey("s"), key("x"), chance.nextBoolean() ? key("t") : "", said());
  }

  private String said() {
    return chance.nextBoolean()
        ? "mode: INDIRECT, text: %s, quotations: []".formatted(words())
        : "mode: MIXED, text: \"They said “gammle” then.\", quotations: [{words: \"gammle\", start: 11, end: 17}]";
  }

  private String amend(String kind, String of, String members) {
    String key = key(of);
    return "amend%s(key: %s, expectedVersion: %d, reason: \"R\", input: {%s})"
        .formatted(kind, key, version(kind, key), members);
  }

  private String withdraw(String kind, String of) {
    String key = key(of);
    return "withdraw(kind: %s, key: %s, expectedVersion: %d, reason: \"R\")"
        .formatted(kind, key, version(kind, key));
  }

  private String erase(String kind, String of) {
    return "erase(kind: %s, key: %s, reason: \"R\"%s)"
        .formatted(
            kind,
            key(of),
            chance.nextInt(3) == 0
                ? ""
                : ", passages: [\"%s\"]".formatted(WORDS.get(chance.nextInt(WORDS.size()))));
  }

  /** That it will have then, most of the time. */
  private int version(String kind, String key) {
    String field =
        kind.substring(0, 1).toLowerCase(Locale.ROOT) + kind.substring(1).toLowerCase(Locale.ROOT);
    int now =
        GraphqlClient.data(
                "{ it: %s(key: %s) { version } }".formatted(field, key).replace("NAME", name))
            .at("/it/version")
            .asInt();
    return now + touched.merge(key, 1, Integer::sum) - 1;
  }
}
