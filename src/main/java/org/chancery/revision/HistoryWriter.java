package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Keeps the schema {@code history} in step with the record: after a revision is written, what it
 * made of the rows is copied there, set by set, whoever has changed them. A row of the present has
 * exactly one row there that has no end.
 */
public final class HistoryWriter {

  /** By table; the migrations alone change them. */
  private static final Map<String, List<String>> COLUMNS = new ConcurrentHashMap<>();

  /** Lines whose rows are compared at once. */
  private static final int LINES_AT_ONCE = 50;

  /** Of whatever has words. */
  static final HistoryTable WORDS_OF_H2 = new HistoryTable("search_word", "word, thing", "thing");

  private final EntityManager entities;
  private final int revision;
  private final boolean isAgain;

  private HistoryWriter(EntityManager entities, int revision, boolean isAgain) {
    this.entities = entities;
    this.revision = revision;
    this.isAgain = isAgain;
  }

  /**
   * Copies what a revision made of these lines, which is in the database already, and writes down
   * the digest of that for the proof.
   *
   * @param lines the ids of what has a line of its own, by what it is
   * @param isAgain whether an earlier edit of the same revision was copied already
   */
  public static void write(
      EntityManager entities,
      int revision,
      Map<ThingKind, ? extends Collection<UUID>> lines,
      boolean isAgain) {
    HistoryWriter writer = new HistoryWriter(entities, revision, isAgain);
    lines.forEach(
        (kind, all) -> {
          List<UUID> ids = List.copyOf(all);
          for (int from = 0; from < ids.size(); from += LINES_AT_ONCE) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + LINES_AT_ONCE));
            writer.write(kind, some);
            LineDigests.write(entities, revision, kind, some);
          }
        });
  }

  private void write(ThingKind kind, List<UUID> lines) {
    UUID[] ids = lines.toArray(UUID[]::new);
    for (HistoryTable table : HistoryTable.ofLines(kind)) {
      write(table, ids);
    }
    List<UUID> things = new ArrayList<>(lines);
    if (kind == ThingKind.MEETING) {
      List<UUID> statements = carried("statement", ids);
      for (HistoryTable table : HistoryTable.OF_STATEMENTS) {
        write(table, statements.toArray(UUID[]::new));
      }
      things.addAll(statements);
      things.addAll(carried("account", ids));
      things.addAll(carried("participation", ids));
    }
    if (WordsOfH2.isH2(entities)) {
      write(WORDS_OF_H2, things.toArray(UUID[]::new));
    }
  }

  /** What these meetings have, or had. */
  private List<UUID> carried(String table, UUID[] meetings) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select distinct h.id from history.%s h where h.meeting_id = any(:ids)"
                .formatted(table),
            UUID.class)
        .setParameter("ids", meetings)
        .getResultList();
  }

  private void write(HistoryTable table, UUID[] ids) {
    List<String> columns = columnsOf(entities, table);
    List<String> key = table.keyColumns();
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
        "update history.%1$s h set until_revision = :revision where h.until_revision is null and %2$s and not exists (select 1 from %1$s t where %3$s%4$s)"
            .formatted(table.name(), table.which("h"), sameKey, same),
        ids);
    if (isAgain) {
      // What an earlier edit of the same revision made was at no time so.
      run(
          "delete from history.%1$s h where h.revision_number = :revision and h.until_revision = :revision and %2$s"
              .formatted(table.name(), table.which("h")),
          ids);
    }
    run(
        "insert into history.%1$s (%2$s, revision_number) select %3$s, :revision from %1$s t where %4$s and not exists (select 1 from history.%1$s h where %5$s and h.until_revision is null)"
            .formatted(
                table.name(),
                String.join(", ", columns),
                columns.stream().map("t."::concat).collect(Collectors.joining(", ")),
                table.which("t"),
                sameKey),
        ids);
  }

  private void run(String sql, UUID[] ids) {
    entities
        .createNativeQuery(sql)
        .setParameter("revision", revision)
        .setParameter("ids", ids)
        .executeUpdate();
  }

  /** Those that a table and its twin have both. */
  static List<String> columnsOf(EntityManager entities, HistoryTable table) {
    return COLUMNS.computeIfAbsent(
        table.name(),
        name ->
            entities
                .unwrap(Session.class)
                .createNativeQuery(
                    "select lower(column_name) from information_schema.columns where lower(table_schema) = 'past' and lower(table_name) = :name order by ordinal_position",
                    String.class)
                .setParameter("name", name)
                .getResultList());
  }
}
