package org.chancery.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.chancery.proof.CanonicalJson;
import org.chancery.proof.LeafCheck;
import org.chancery.proof.RevisionTree;
import org.chancery.proof.SaltedDigest;
import org.chancery.proof.SignedHead;
import org.chancery.record.JsonLines;
import org.jspecify.annotations.Nullable;

/**
 * Checks a history in a file against the heads that it has, and against kept ones: nothing else is
 * needed, no database and no key but the one that signed.
 */
public final class HistoryCheck {

  /** More would say nothing new. */
  private static final int MOST_FAULTS = 20;

  private static final JsonMapper JSON = new JsonMapper();

  private final LeafCheck tree = new LeafCheck();
  private final List<String> faults = new ArrayList<>();

  /** What has another digest than was signed: words may have been erased from it later. */
  private final Map<Signed, Pending> pending = new LinkedHashMap<>();

  private @Nullable JsonNode revision;
  private int number;
  private Instant last = Instant.MIN;
  private @Nullable SignedHead head;
  private final List<String> changes = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> erased = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private @Nullable JsonNode ofLine;
  private @Nullable SaltedDigest rows;

  /**
   * What a digest is of.
   *
   * @param change its place; null for a line, or for who wrote the revision and why
   * @param line null for a change, or for who and why
   */
  private record Signed(int revision, @Nullable Integer change, @Nullable String line) {}

  private static final class Pending {
    private final String what;
    private final String reckoned;
    private String digest;

    Pending(String what, String signed, String reckoned) {
      this.what = what;
      this.digest = signed;
      this.reckoned = reckoned;
    }
  }

  /**
   * Checks a history.
   *
   * @param kept heads that somebody has kept: signed notes
   * @param progress is told the number of each revision
   * @throws IOException where it cannot be read
   */
  public static RecordVerification.Result check(
      InputStream history, List<String> kept, IntConsumer progress) throws IOException {
    return new HistoryCheck().all(history, kept, progress);
  }

  private RecordVerification.Result all(
      InputStream history, List<String> kept, IntConsumer progress) throws IOException {
    JsonLines texts = HistoryLine.in(history);
    try {
      for (String text = texts.next(); text != null; text = texts.next()) {
        take(text);
        progress.accept(number);
      }
      endOfRevision();
    } catch (JsonProcessingException
        | CharacterCodingException
        | JsonLines.TooLongException
        | IllegalArgumentException
        | DateTimeException malformed) {
      fault("line %d: is no line of a history.".formatted(texts.number()));
      return new RecordVerification.Result(head, List.copyOf(faults));
    }
    pending.values().stream()
        .filter(one -> !one.digest.equals(one.reckoned))
        .forEach(one -> fault(one.what));
    SignedHead own = head;
    if (own == null) {
      fault("There is no revision in it.");
    } else {
      for (String note : kept) {
        String fault = tree.faultOf(note, own);
        if (fault != null) {
          fault(fault);
        }
      }
    }
    return new RecordVerification.Result(head, List.copyOf(faults));
  }

  private void fault(String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(what);
    }
  }

  private void take(String text) throws JsonProcessingException {
    JsonNode told = JSON.readTree(text);
    HistoryLine.requireKnown(told, text);
    if (told.has(HistoryLine.REVISION) && told.has("leaf")) {
      endOfRevision();
      revision = told;
      number = told.path(HistoryLine.REVISION).intValue();
    } else if (revision == null) {
      throw new IllegalArgumentException("A history begins with a revision");
    } else if (told.has(HistoryLine.CHANGE)) {
      change(told);
    } else if (told.has(HistoryLine.TABLE) && rows != null) {
      var unused = rows.add(text + "\n");
    } else if (told.has(HistoryLine.LINE)) {
      endOfLine();
      ofLine = told;
      rows =
          LineDigests.begun(
              ThingKind.valueOf(told.path("kind").asText()),
              UUID.fromString(told.path(HistoryLine.LINE).asText()),
              told.path("salt").asText());
    } else if (told.has(HistoryLine.ERASED)) {
      endOfLine();
      erased(told.path(HistoryLine.ERASED));
    } else {
      throw new IllegalArgumentException("No line of a history");
    }
  }

  private void change(JsonNode told) {
    String document =
        RecordChange.document(
            told.path(HistoryLine.CHANGE).intValue(),
            told.path("kind").asText(),
            told.path("thing").asText(),
            told.path("id").asText(),
            told.path("line").asText(),
            told.hasNonNull("key") ? told.path("key").asText() : null,
            told.has("after") ? JSON.convertValue(told.path("after"), Map.class) : null);
    String named =
        "the %s \"%s\""
            .formatted(
                told.path("thing").asText().toLowerCase(Locale.ROOT),
                told.path(told.hasNonNull("key") ? "key" : "id").asText());
    names.put(told.path("id").asText(), named);
    compare(
        new Signed(number, told.path(HistoryLine.CHANGE).intValue(), null),
        told.path("digest").asText(),
        new SaltedDigest(told.path("salt").asText()).add(document).hex(),
        "Revision %d: what it says of %s is not what was signed.".formatted(number, named));
    changes.add(told.path("digest").asText());
  }

  private void compare(Signed of, String signed, String reckoned, String what) {
    if (!signed.equals(reckoned)) {
      pending.put(of, new Pending(what, signed, reckoned));
    }
  }

  private void endOfLine() {
    JsonNode told = ofLine;
    if (told != null && rows != null) {
      String id = told.path(HistoryLine.LINE).asText();
      compare(
          new Signed(number, null, id),
          told.path("digest").asText(),
          rows.hex(),
          "Revision %d: the rows that it made of %s are not what was signed."
              .formatted(number, names.getOrDefault(id, id)));
      lines.add(told.path("digest").asText());
    }
    ofLine = null;
    rows = null;
  }

  private void erased(JsonNode told) {
    erased.add(RevisionTree.digest(CanonicalJson.of(JSON.convertValue(told, Map.class))));
    Pending of =
        pending.get(
            new Signed(
                told.path("revision").intValue(),
                told.path("change").isInt() ? told.path("change").intValue() : null,
                told.path("line").isTextual() ? told.path("line").asText() : null));
    if (of == null || !of.digest.equals(told.path("before").asText())) {
      fault(
          "Revision %d: it erased words of what revision %d does not say."
              .formatted(number, told.path("revision").intValue()));
    } else {
      of.digest = told.path("after").asText();
    }
  }

  private void endOfRevision() {
    endOfLine();
    JsonNode told = revision;
    if (told == null) {
      return;
    }
    Instant at = Instant.parse(told.path("at").asText());
    if (number != tree.size() + 1) {
      fault("Revision %d is not there.".formatted(tree.size() + 1));
    } else if (!at.isAfter(last)) {
      fault("Revision %d is not after the one before it.".formatted(number));
    }
    last = at;
    String author =
        RevisionSeal.author(
            told.path("salt").asText(),
            told.path("editor").asText(),
            told.hasNonNull("reason") ? told.path("reason").asText() : null);
    String leaf = told.path("leaf").asText();
    String signed = authorIn(leaf);
    compare(
        new Signed(number, null, null),
        signed,
        author,
        "Revision %d: who wrote it and why is not what was signed.".formatted(number));
    String reckoned =
        RevisionSeal.leaf(
            number, UUID.fromString(told.path("id").asText()), at, signed, changes, lines, erased);
    tree.add(leaf);
    if (!leaf.equals(reckoned)) {
      fault(
          "Revision %d is not what was signed: its number, id or time, or which things and lines it changed."
              .formatted(number));
    }
    SignedHead own =
        new SignedHead(
            told.path("origin").asText(),
            number,
            told.path("root").asText(),
            told.path("signer").asText(),
            told.path("signature").asText());
    var unused = RecordVerification.checkHead(own, tree.root(), this::fault);
    if (head != null && !head.signer().equals(own.signer())) {
      fault(
          "The head of revision %d is signed with another key than the one before it."
              .formatted(number));
    }
    head = own;
    changes.clear();
    lines.clear();
    erased.clear();
    revision = null;
  }

  private static String authorIn(String leaf) {
    try {
      return JSON.readTree(leaf).path("author").asText();
    } catch (JsonProcessingException noJson) {
      return "";
    }
  }
}
