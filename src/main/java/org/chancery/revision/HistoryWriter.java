package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.chancery.database.Chunks;
import org.chancery.database.Databases;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the schema {@code history} in step with the record: after a revision is written, what it
 * made of the rows is copied there, set by set, whoever has changed them. A row of the present has
 * exactly one row there that has no end.
 */
public final class HistoryWriter implements AutoCloseable {

  /** By table; the migrations alone change them. */
  private static final Map<String, List<String>> COLUMNS = new ConcurrentHashMap<>();

  /**
   * Lines whose rows are compared at once: of what an amendment changes, all rows can be others. H2
   * compares each row that it finds with each id that it was asked for.
   */
  private static final int LINES_AT_ONCE = 25;

  /** Lines whose rows are only copied, since they are new. */
  private static final int NEW_LINES_AT_ONCE = 200;

  /** Characters of what changed in all of them but the last. */
  private static final int CHARACTERS_AT_ONCE = 2_000_000;

  /** Of whatever has words. */
  private final EntityManager entities;

  private final int revision;
  private final boolean isAgain;
  private final Executor reckoning;

  /** The digests that are being reckoned; null where there are none. */
  private LineDigests.@Nullable Reckoned unwritten;

  private HistoryWriter(EntityManager entities, int revision, boolean isAgain, Executor reckoning) {
    this.entities = entities;
    this.revision = revision;
    this.isAgain = isAgain;
    this.reckoning = reckoning;
  }

  /**
   * Copies what a revision made of these lines, which is in the database already, and writes down
   * the digest of that for the proof.
   *
   * @param lines the ids of what has a line of its own, by what it is, with the characters of what
   *     changed in each
   * @param recorded those of them that the record did not have before
   * @param isAgain whether an earlier edit of the same revision was copied already
   */
  public static void write(
      EntityManager entities,
      int revision,
      Map<ThingKind, Map<UUID, Integer>> lines,
      Set<UUID> recorded,
      boolean isAgain) {
    boolean areFew = lines.values().stream().allMatch(all -> all.size() <= LINES_AT_ONCE);
    // The database copies more meanwhile.
    ExecutorService thread = areFew ? null : Executors.newSingleThreadExecutor();
    try (HistoryWriter writer =
        new HistoryWriter(entities, revision, isAgain, thread == null ? Runnable::run : thread)) {
      writer.write(lines, recorded);
    } finally {
      if (thread != null) {
        thread.shutdown();
      }
    }
  }

  private void write(Map<ThingKind, Map<UUID, Integer>> lines, Set<UUID> recorded) {
    lines.forEach(
        (kind, all) -> {
          List<UUID> others = new ArrayList<>(all.keySet());
          List<UUID> added =
              isAgain ? List.of() : others.stream().filter(recorded::contains).toList();
          others.removeAll(Set.copyOf(added));
          // What was moved into new lines has left others before.
          write(kind, others, false, all);
          write(kind, added, true, all);
        });
    if (unwritten != null) {
      unwritten.write(isAgain);
    }
  }

  @Override
  public void close() {
    if (unwritten != null) {
      unwritten.close();
    }
  }

  private void write(
      ThingKind kind, List<UUID> lines, boolean isNew, Map<UUID, Integer> characters) {
    for (List<UUID> some :
        Chunks.of(
            lines,
            isNew && !Databases.isH2(entities) ? NEW_LINES_AT_ONCE : LINES_AT_ONCE,
            line -> characters.getOrDefault(line, 0),
            CHARACTERS_AT_ONCE)) {
      writeSome(kind, some, isNew);
      try (LineDigests.Reckoned before = unwritten) {
        unwritten = LineDigests.read(entities, revision, kind, some, reckoning);
        if (before != null) {
          before.write(isAgain);
        }
      }
    }
  }

  private void writeSome(ThingKind kind, List<UUID> lines, boolean isNew) {
    UUID[] ids = lines.toArray(UUID[]::new);
    Set<UUID> statements = new LinkedHashSet<>();
    if (isAgain && kind == ThingKind.MEETING) {
      // Of what an earlier edit of the revision recorded, and this one withdrew, nothing is left.
      statements.addAll(statementsOf(ids));
    }
    for (HistoryTable table : HistoryTable.ofLines(kind)) {
      write(table, ids, isNew && !table.equals(HistoryTable.MERGED));
    }
    if (kind == ThingKind.MEETING) {
      statements.addAll(statementsOf(ids));
      boolean areNew = isNew && !hadSome(statements);
      UUID[] all = statements.toArray(UUID[]::new);
      for (HistoryTable table : HistoryTable.OF_STATEMENTS) {
        write(table, all, areNew);
      }
    }
  }

  /** The statements that these meetings have, or had. */
  private List<UUID> statementsOf(UUID[] meetings) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select distinct h.id from history.statement h where h.meeting_id = any(:ids)",
            UUID.class)
        .setParameter("ids", meetings)
        .getResultList();
  }

  /**
   * Whether the record had any of these statements before the revision: what a new meeting carries
   * can have been another's, and its rows with it.
   */
  private boolean hadSome(Collection<UUID> ids) {
    return !entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select 1 from history.statement h where h.id = any(:ids) and h.revision_number < :revision",
            Integer.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .setParameter("revision", revision)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Writes what became of the rows that some things own.
   *
   * @param isNew whether the history has none of theirs
   */
  private void write(HistoryTable table, UUID[] ids, boolean isNew) {
    if (isNew) {
      begin(table, "", ids);
    } else {
      end(table, ids);
      beginOthers(table, ids);
    }
  }

  /** Ends rows that the present has no longer, or not so. */
  private void end(HistoryTable table, UUID[] ids) {
    List<String> columns = columnsOf(entities, table);
    List<String> key = table.keyColumns();
    String same =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> " and t.%1$s is not distinct from h.%1$s".formatted(column))
            .collect(Collectors.joining());
    run(
        "update history.%1$s h set until_revision = :revision where h.until_revision is null and %2$s and not exists (select 1 from %1$s t where %3$s%4$s)"
            .formatted(table.name(), table.which("h"), table.sameKey(), same),
        ids);
    if (isAgain) {
      // What an earlier edit of the same revision made was at no time so.
      run(
          "delete from history.%1$s h where h.revision_number = :revision and h.until_revision = :revision and %2$s"
              .formatted(table.name(), table.which("h")),
          ids);
    }
  }

  private void beginOthers(HistoryTable table, UUID[] ids) {
    begin(
        table,
        " and not exists (select 1 from history.%s h where %s and h.until_revision is null)"
            .formatted(table.name(), table.sameKey()),
        ids);
  }

  /**
   * Begins rows as the present has them.
   *
   * @param which of them, after those that these things own; empty for all
   */
  private void begin(HistoryTable table, String which, UUID[] ids) {
    List<String> columns = columnsOf(entities, table);
    run(
        "insert into history.%1$s (%2$s, revision_number) select %3$s, :revision from %1$s t where %4$s%5$s"
            .formatted(
                table.name(),
                String.join(", ", columns),
                columns.stream().map("t."::concat).collect(Collectors.joining(", ")),
                table.which("t"),
                which),
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
