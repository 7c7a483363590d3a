package org.chancery.revision;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Keeps the schema {@code history} in step with the record: after a revision is written, what it
 * made of the rows is copied there, set by set, whoever has changed them. A row of the present has
 * exactly one row there that has no end.
 */
public final class HistoryWriter {

  private static final String ITSELF = "%s.id = any(:ids)";
  private static final String OF_EVENT = "%s.event_id = any(:ids)";
  private static final String OF_MEETING = "%s.meeting_id = any(:ids)";
  private static final String OF_STATEMENT =
      "%s.statement_id in (select s.id from history.statement s where s.meeting_id = any(:ids))";

  /** H2's words of what stands in the line of a meeting. */
  private static final String WORDS_OF_MEETING =
      "(%1$s.thing = any(:ids)"
          + " or %1$s.thing in (select s.id from history.statement s where s.meeting_id = any(:ids))"
          + " or %1$s.thing in (select s.id from history.account s where s.meeting_id = any(:ids))"
          + " or %1$s.thing in (select s.id from history.participation s where s.meeting_id = any(:ids)))";

  /** What has a line of its own, and the tables that hold it, those that others need first. */
  private static final Map<ThingKind, List<Table>> TABLES =
      Map.of(
          ThingKind.PARTY,
          List.of(new Table("party", "id", ITSELF)),
          ThingKind.TOPIC,
          List.of(new Table("topic", "id", ITSELF)),
          ThingKind.PARTICIPANT,
          List.of(new Table("participant", "id", ITSELF)),
          ThingKind.EVENT,
          List.of(
              new Table("event", "id", ITSELF),
              new Table("event_topic", "event_id, topic_id", OF_EVENT)),
          ThingKind.MEETING,
          List.of(
              new Table("meeting", "id", ITSELF),
              new Table("meeting_topic", "meeting_id, topic_id", OF_MEETING),
              new Table("participation", "id", OF_MEETING),
              new Table("account", "id", OF_MEETING),
              new Table("statement", "id", OF_MEETING),
              new Table("statement_speaker", "statement_id, position", OF_MEETING),
              new Table("statement_pair", "id", OF_MEETING),
              new Table("addressee", "statement_id, position", OF_STATEMENT),
              new Table("statement_topic", "statement_id, topic_id", OF_STATEMENT),
              new Table("quotation", "id", OF_STATEMENT)));

  private HistoryWriter() {}

  /**
   * A table of the record.
   *
   * @param key its primary key
   * @param which the condition that its rows belong to lines with these ids
   */
  private record Table(String name, String key, String which) {}

  /**
   * Copies what a revision made of these lines, which is in the database already.
   *
   * @param lines the ids of what has a line of its own, by what it is
   */
  public static void write(
      EntityManager entities, int revision, Map<ThingKind, ? extends Collection<UUID>> lines) {
    boolean isH2 = entities.unwrap(SessionImplementor.class).getDialect() instanceof H2Dialect;
    lines.forEach(
        (kind, ids) -> {
          UUID[] some = ids.toArray(UUID[]::new);
          for (Table table : TABLES.getOrDefault(kind, List.of())) {
            write(entities, revision, table, some);
          }
          if (isH2) {
            write(
                entities,
                revision,
                new Table(
                    "search_word",
                    "word, thing",
                    kind == ThingKind.MEETING ? WORDS_OF_MEETING : "%s.thing = any(:ids)"),
                some);
          }
        });
  }

  private static void write(EntityManager entities, int revision, Table table, UUID[] ids) {
    List<String> columns = columnsOf(entities, table.name());
    List<String> key = List.of(table.key().split(", ", -1));
    String sameKey =
        key.stream()
            .map(one -> "t.%1$s = h.%1$s".formatted(one))
            .collect(Collectors.joining(" and "));
    String same =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> " and t.%1$s is not distinct from h.%1$s".formatted(column))
            .collect(Collectors.joining());
    run(
        entities,
        "update history.%1$s h set until_revision = :revision where h.until_revision is null and %2$s and not exists (select 1 from %1$s t where %3$s%4$s)"
            .formatted(table.name(), table.which().formatted("h"), sameKey, same),
        revision,
        ids);
    run(
        entities,
        "insert into history.%1$s (%2$s, revision_number) select %3$s, :revision from %1$s t where %4$s and not exists (select 1 from history.%1$s h where %5$s and h.until_revision is null)"
            .formatted(
                table.name(),
                String.join(", ", columns),
                columns.stream().map("t."::concat).collect(Collectors.joining(", ")),
                table.which().formatted("t"),
                sameKey),
        revision,
        ids);
  }

  private static void run(EntityManager entities, String sql, int revision, UUID[] ids) {
    Query query = entities.createNativeQuery(sql).setParameter("revision", revision);
    query.setParameter("ids", ids);
    query.executeUpdate();
  }

  /** Those that a table and its twin have both. */
  private static List<String> columnsOf(EntityManager entities, String table) {
    List<String> columns = new ArrayList<>();
    for (Object name :
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select lower(column_name) from information_schema.columns where lower(table_schema) = 'past' and lower(table_name) = :name order by ordinal_position",
                Object.class)
            .setParameter("name", table)
            .getResultList()) {
      columns.add(name.toString().toLowerCase(Locale.ROOT));
    }
    return columns;
  }
}
