package org.chancery.revision;

import static org.chancery.GraphqlClient.edited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.Documents;
import org.chancery.document.DocumentLoader;
import org.chancery.document.RecordExport;
import org.chancery.proof.SignedHead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record goes out with all of its past and its proof, and in again, byte for byte. */
abstract class KeepingHistory {

  private static final AtomicInteger NAMES = new AtomicInteger();

  /** Those that name others first. */
  private static final List<String> TABLES =
      List.of(
          "addressee",
          "statement_topic",
          "quotation",
          "statement_pair",
          "statement_speaker",
          "statement",
          "account",
          "participation",
          "meeting_topic",
          "meeting",
          "event_topic",
          "event",
          "participant",
          "topic",
          "party",
          "merged_thing",
          "erased_digest",
          "record_change",
          "revision_line",
          "revision_proof",
          "proof_node",
          "revision",
          "kept_answer");

  @Inject HistoryExport export;
  @Inject HistoryImport loader;
  @Inject RecordExport document;
  @Inject DocumentLoader documents;
  @Inject RecordVerification verification;
  @Inject EntityManager entities;

  private final String name = "kept-" + NAMES.incrementAndGet();

  /** Something of each kind of change. */
  @BeforeEach
  void edit() {
    for (String mutation :
        List.of(
            "recordTopic(input: {key: \"NAME\", name: \"Kept 𝔸\", otherNames: [{name: \"保存\"}]})",
            "recordParticipant(input: {key: \"NAME-x\", name: \"X\", sameAs: [\"https://example.org/x\"]})",
            "recordParticipant(input: {key: \"NAME-y\", name: \"Y\"})",
            "recordMeeting(input: {key: \"NAME-m\", title: \"Kept\", date: \"1955-02\", status: HELD, format: PHONE, participations: [{participant: \"NAME-y\", party: \"US\"}], accounts: [{key: \"NAME-a\", kind: MEMOIR, text: \"They met. A said so. B said that A had.\", statements: [{key: \"NAME-s\", speakers: [{participant: \"NAME-y\"}], act: STATE, mode: INDIRECT, text: \"A said so.\", topics: [\"NAME\"]}, {key: \"NAME-t\", speakers: [{participant: \"NAME-y\"}], addressees: [{party: \"CN\"}], act: STATE, mode: INDIRECT, text: \"A had.\", reportedIn: \"NAME-s\"}]}]})",
            "merge(kind: PARTICIPANT, kept: \"NAME-x\", merged: \"NAME-y\", reason: \"One\")",
            "amendStatement(key: \"NAME-t\", expectedVersion: 1, input: {text: \"A really had.\"}, reason: \"Better, not Qqq\")",
            "withdraw(kind: STATEMENT, key: \"NAME-t\", expectedVersion: 2, reason: \"Wrong\")",
            "erase(kind: MEETING, key: \"NAME-m\", passages: [\"A said\", \"Qqq\"], reason: \"Asked for\")")) {
      done(mutation);
    }
  }

  private void done(String mutation) {
    JsonNode done =
        edited(
            "mutation { it: %s { userErrors { field message } } }"
                .formatted(mutation.replace("NAME", name)));
    assertEquals(0, done.at("/it/userErrors").size(), done.toString());
  }

  private byte[] history() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    export.write(written, Integer.MAX_VALUE, number -> {});
    return written.toByteArray();
  }

  private int load(byte[] history) {
    return loader.load(new ByteArrayInputStream(history), line -> {});
  }

  private static List<String> faults(String history, String... kept) throws IOException {
    return HistoryCheck.check(
            new ByteArrayInputStream(history.getBytes(StandardCharsets.UTF_8)),
            List.of(kept),
            number -> {})
        .faults();
  }

  private void empty() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              run("update statement set reported_in_id = null, reported_in_position = null");
              TABLES.forEach(table -> run("delete from " + table));
              HistoryRows.tables().keySet().forEach(table -> run("delete from history." + table));
              if (isH2()) {
                run("delete from search_word");
                run("delete from history.search_word");
              }
              run("update record_clock set last_revision = 0");
            });
  }

  private void run(String sql) {
    entities.createNativeQuery(sql).executeUpdate();
  }

  abstract boolean isH2();

  /** What it began is told by the meeting that it is in since, and not by the one before. */
  @Test
  void aRowOfAStatementThatWasMovedIsNotAddedUnseen() {
    String meeting =
        "{\"type\":\"meeting\",\"key\":\"NAME-%s\",\"title\":\"%s\",\"date\":\"1950\",\"status\":\"HELD\",\"format\":\"PHONE\",\"accounts\":[{\"key\":\"NAME-%s-a\",\"kind\":\"MEMOIR\",\"statements\":[%s]}]}\n"
            .replace("NAME", name);
    String moved =
        "{\"key\":\"NAME-moved\",\"speakers\":[{\"party\":\"US\"}],\"act\":\"STATE\",\"mode\":\"INDIRECT\",\"text\":\"Moved.\"}"
            .replace("NAME", name);
    Documents.load(
        documents,
        meeting.formatted("from", "From", "from", moved) + meeting.formatted("to", "To", "to", ""));
    Documents.load(
        documents,
        meeting.formatted("from", "From", "from", "") + meeting.formatted("to", "To", "to", moved));
    Integer last =
        Documents.load(documents, meeting.formatted("from", "Again", "from", "")).revision();
    assertEquals(List.of(), verification.verify(List.of(), number -> {}).faults());
    QuarkusTransaction.begin();
    try {
      for (String table : List.of("statement_topic", "history.statement_topic")) {
        boolean isPast = table.startsWith("history");
        run(
            "insert into %s (statement_id, topic_id, position%s) select s.id, t.id, 1%s from statement s, topic t where s.record_key = '%s-moved' and t.record_key = 'cop26'"
                .formatted(
                    table, isPast ? ", revision_number" : "", isPast ? ", " + last : "", name));
      }
      List<String> faults = verification.verify(List.of(), number -> {}).faults();
      assertTrue(
          faults.toString().contains("The log knows nothing of a row of \"statement_topic\""),
          faults.toString());
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void whatGoesOutComesInAgainByteForByte() throws Exception {
    byte[] history = history();
    String record = Documents.exported(document);
    SignedHead head = Objects.requireNonNull(verification.verify(List.of(), number -> {}).head());
    String spoilt = new String(history, StandardCharsets.UTF_8).replace("Kept 𝔸", "Kept 𝔹");
    empty();
    try {
      HistoryFault fault =
          assertThrows(HistoryFault.class, () -> load(spoilt.getBytes(StandardCharsets.UTF_8)));
      assertTrue(fault.toString().contains("is not what was signed"), fault.toString());
      assertEquals("", Documents.exported(document));
      assertThrows(HistoryFault.class, () -> load("{}\n".getBytes(StandardCharsets.UTF_8)));
    } finally {
      assertEquals(head.size(), load(history));
    }
    assertEquals(record, Documents.exported(document));
    assertEquals(
        new String(history, StandardCharsets.UTF_8), new String(history(), StandardCharsets.UTF_8));
    RecordVerification.Result result = verification.verify(List.of(head.note()), number -> {});
    assertEquals(List.of(), result.faults());
    assertEquals(head, result.head());
    HistoryFault fault = assertThrows(HistoryFault.class, () -> load(history));
    assertTrue(fault.toString().contains("has revisions already"), fault.toString());
    // And it goes on.
    edit("again");
    assertEquals(List.of(), verification.verify(List.of(head.note()), number -> {}).faults());
  }

  private void edit(String key) {
    assertEquals(
        0,
        edited(
                "mutation($key: String!) { recordTopic(input: {key: $key, name: \"After\"}) { userErrors { message } } }",
                "key",
                name + key)
            .at("/recordTopic/userErrors")
            .size());
  }

  /** As a harvester does that asks now and then. */
  @Test
  void whoTakesInWhatHasChangedSinceHasTheRecordAsItIs() throws IOException {
    edit("gone");
    int before = Objects.requireNonNull(Documents.load(documents, meeting("of")).revision());
    done("withdraw(kind: MEETING, key: \"NAME-of\", expectedVersion: 0, reason: \"Never held\")");
    done("withdraw(kind: TOPIC, key: \"NAMEgone\", expectedVersion: 0, reason: \"Nobody's\")");
    String record = Documents.exported(document);
    byte[] history = history();
    List<List<String>> harvests = new ArrayList<>();
    for (int since : List.of(0, before - 4, before)) {
      harvests.add(List.of(documentOf(since, null), documentOf(Integer.MAX_VALUE, since)));
    }
    try {
      for (List<String> harvest : harvests) {
        empty();
        harvest.forEach(part -> Documents.load(documents, part));
        String changes = harvest.get(1);
        assertEquals(record, Documents.exported(document), changes);
        assertEquals(0, Documents.load(documents, changes).changes());
      }
    } finally {
      empty();
      load(history);
    }
    List<String> gone = documentOf(Integer.MAX_VALUE, before).lines().toList();
    assertEquals(2, gone.size(), gone.toString());
    assertTrue(
        gone.get(0).startsWith("{\"type\":\"withdrawal\",\"of\":\"meeting\",\"id\":\""),
        gone.get(0));
    assertTrue(gone.get(1).endsWith("\"key\":\"%sgone\"}".formatted(name)), gone.get(1));
    // y was merged in the fifth of eight edits.
    String merged = documentOf(Integer.MAX_VALUE, before - 7);
    assertTrue(merged.contains("\"key\":\"%1$s-y\",\"into\":\"%1$s-x\"}".formatted(name)), merged);
  }

  private String documentOf(int revision, @Nullable Integer since) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    document.write(written, revision, new RecordExport.Part(since, null));
    return written.toString(StandardCharsets.UTF_8);
  }

  private String meeting(String key) {
    return """
        {"type":"meeting","key":"NAME-%s","title":"Told","date":"1956","status":"HELD","format":"PHONE","topics":["NAMEgone"],"accounts":[{"key":"NAME-%s-a","kind":"MEMOIR","statements":[{"key":"NAME-%s-s","speakers":[{"participant":"NAME-x"}],"act":"STATE","mode":"INDIRECT","text":"Told so."}]}]}"""
        .formatted(key, key, key)
        .replace("NAME", name);
  }

  @Test
  void aFileIsCheckedByItself() throws Exception {
    String history = new String(history(), StandardCharsets.UTF_8);
    String head =
        Objects.requireNonNull(verification.verify(List.of(), number -> {}).head()).note();
    assertEquals(List.of(), faults(history, head));
    edit("later");
    String later =
        Objects.requireNonNull(verification.verify(List.of(), number -> {}).head()).note();
    assertTrue(faults(history, later).get(0).contains("and the record"));
    List<String> lines = List.of(history.split("\n", -1));
    List<String> unseen = new ArrayList<>();
    int step = Math.max(1, lines.size() / 4);
    for (int line = NAMES.get() % step; line < lines.size() - 1; line += step) {
      // In its beginning, its middle or its end.
      int at = 3 + line % 3 * (lines.get(line).length() - 3) / 3;
      List<String> changed = new ArrayList<>(lines);
      changed.set(line, changed(lines.get(line), at));
      if (faults(String.join("\n", changed)).isEmpty()) {
        unseen.add(changed.get(line));
      }
      // Or written otherwise.
      List<String> others =
          List.of(
              lines.get(line) + "{\"begun\":{},\"table\":\"statement\"}",
              lines.get(line).replaceFirst("\\{", "{ "),
              lines.get(line).replaceFirst("\\{", "{\"id\":\"x\","));
      changed.set(line, others.get(line % others.size()));
      assertFalse(faults(String.join("\n", changed)).isEmpty(), changed.get(line));
      List<String> without = new ArrayList<>(lines);
      without.remove(line);
      assertFalse(faults(String.join("\n", without)).isEmpty(), "without line " + line);
    }
    assertEquals(List.of(), unseen);
    assertTrue(
        faults(history.replace("Kept 𝔸", "Kept 𝔹"))
            .toString()
            .contains("what it says of the topic \"kept-"));
  }

  /** The text with another letter at the first place of one from there on. */
  private static String changed(String line, int from) {
    int at = from;
    while (at < line.length() - 1 && !Character.isLetterOrDigit(line.charAt(at))) {
      at++;
    }
    return line.substring(0, at) + (line.charAt(at) == 'a' ? 'b' : 'a') + line.substring(at + 1);
  }
}
