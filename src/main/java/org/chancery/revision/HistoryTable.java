package org.chancery.revision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table of the record that has a twin in the schema {@code history}.
 *
 * @param key its primary key
 * @param owner the column with the id of what its rows belong to
 */
record HistoryTable(String name, String key, String owner) {

  static final HistoryTable MERGED = new HistoryTable("merged_thing", "id", "id");

  /** What has a line of its own, and the tables that hold it. */
  private static final Map<ThingKind, List<HistoryTable>> OF_LINES =
      Map.of(
          ThingKind.PARTY, List.of(new HistoryTable("party", "id", "id"), MERGED),
          ThingKind.TOPIC, List.of(new HistoryTable("topic", "id", "id"), MERGED),
          ThingKind.PARTICIPANT, List.of(new HistoryTable("participant", "id", "id"), MERGED),
          ThingKind.EVENT,
              List.of(
                  new HistoryTable("event", "id", "id"),
                  new HistoryTable("event_topic", "event_id, topic_id", "event_id"),
                  MERGED),
          ThingKind.MEETING,
              List.of(
                  new HistoryTable("meeting", "id", "id"),
                  new HistoryTable("meeting_topic", "meeting_id, topic_id", "meeting_id"),
                  new HistoryTable("participation", "id", "meeting_id"),
                  new HistoryTable("account", "id", "meeting_id"),
                  new HistoryTable("statement", "id", "meeting_id"),
                  new HistoryTable("statement_pair", "id", "meeting_id")));

  /** What else belongs to a meeting's statements. */
  static final List<HistoryTable> OF_STATEMENTS =
      List.of(
          new HistoryTable("statement_speaker", "statement_id, position", "statement_id"),
          new HistoryTable("addressee", "statement_id, position", "statement_id"),
          new HistoryTable("statement_topic", "statement_id, topic_id", "statement_id"),
          new HistoryTable("quotation", "id", "statement_id"));

  /** The tables that hold what has a line of this kind. */
  static List<HistoryTable> ofLines(ThingKind kind) {
    return OF_LINES.getOrDefault(kind, List.of());
  }

  List<String> keyColumns() {
    return List.of(key.split(", ", -1));
  }

  /** What holds of a row {@code t} of the present and one {@code h} of the history. */
  String sameKey() {
    return keyColumns().stream()
        .map(one -> "t.%1$s = h.%1$s".formatted(one))
        .collect(Collectors.joining(" and "));
  }

  String which(String alias) {
    return "%s.%s = any(:ids)".formatted(alias, owner);
  }
}
