package org.chancery.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.proof.SaltedDigest;
import org.chancery.record.JsonLines;

/** What the lines of a history are known by: the first member of each kind. */
final class HistoryLine {

  /** Bytes; the longest has a text of 200,000 characters, and its words folded for search. */
  private static final int MOST = 4_000_000;

  static final String REVISION = "revision";
  static final String CHANGE = "change";
  static final String LINE = "line";

  /** Of a row, with the columns of one that began or the key of one that ended. */
  static final String TABLE = "table";

  static final String BEGUN = "begun";
  static final String ENDED = "ended";
  static final String ERASED = "erased";

  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          REVISION,
          Set.of(
              REVISION,
              "id",
              "at",
              "editor",
              "reason",
              "salt",
              "root",
              "origin",
              "signer",
              "signature",
              "leaf"),
          CHANGE,
          Set.of(CHANGE, "kind", "thing", "id", LINE, "key", "after", "salt", "digest"),
          LINE,
          Set.of(LINE, "kind", "salt", "digest"),
          BEGUN,
          Set.of(BEGUN, TABLE),
          ENDED,
          Set.of(ENDED, TABLE),
          ERASED,
          Set.of(ERASED));

  private static final Set<String> OF_ERASED = Set.of(REVISION, CHANGE, LINE, "before", "after");

  private HistoryLine() {}

  /** The lines of a history, none of which is longer than one can be. */
  static JsonLines in(InputStream history) {
    return new JsonLines(history, MOST);
  }

  /**
   * Nothing stands in a history that is not signed, and nothing otherwise than it was written.
   *
   * @param text of the line
   * @throws IllegalArgumentException where a line is none, or has a member that it cannot have
   */
  static void requireKnown(JsonNode told, String text) {
    if (!told.toString().equals(text)
        || (told.has("salt") && !SaltedDigest.isSalt(told.path("salt").asText()))) {
      throw new IllegalArgumentException("No line as a history has it");
    }
    List<String> members = List.copyOf(told.properties().stream().map(Map.Entry::getKey).toList());
    Set<String> known = members.isEmpty() ? null : MEMBERS.get(members.get(0));
    boolean isOpen = told.has(BEGUN) && told.path(BEGUN).has("until_revision");
    boolean isNumbered = !told.has("leaf") || told.path(REVISION).isInt();
    if (known == null
        || isOpen
        || !isNumbered
        || !known.containsAll(members)
        || (told.has(ERASED)
            && told.path(ERASED).properties().stream()
                .anyMatch(member -> !OF_ERASED.contains(member.getKey())))) {
      throw new IllegalArgumentException("No line of a history");
    }
  }
}
