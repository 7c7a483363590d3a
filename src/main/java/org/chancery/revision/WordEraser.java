package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Erases words of things from their tables: as they are, and as they were at any time. */
final class WordEraser {

  private static final List<String> SCHEMAS = List.of("public", "history");

  private final EntityManager entities;

  WordEraser(EntityManager entities) {
    this.entities = entities;
  }

  /** What these statements say, and ever said. */
  Set<String> texts(Collection<UUID> statements) {
    Set<String> texts = new LinkedHashSet<>();
    each(
        ThingKind.STATEMENT,
        "history",
        statements,
        (row, at, connection) -> texts.add(at.getString("text")));
    return texts;
  }

  /**
   * Erases words of statements from the texts of the accounts that have them, or had: what stands
   * at their anchors, and these words wherever they stand.
   *
   * @return the accounts that had any
   */
  Set<UUID> eraseFromAccounts(
      Collection<UUID> statements, Collection<String> words, boolean withAnchors) {
    Map<RowVersion, List<int[]>> anchors = withAnchors ? anchors(statements) : Map.of();
    Blackout blackout = Blackout.of(words);
    return erase(
        ThingKind.ACCOUNT,
        ids(ThingKind.STATEMENT, "account_id", "id", statements),
        (row, version) ->
            row.eraseText(
                text ->
                    blackout.and(
                        anchors.getOrDefault(version, List.of()).stream()
                            .map(
                                anchor ->
                                    new Blackout.Span(
                                        text.offsetByCodePoints(0, anchor[0]),
                                        text.offsetByCodePoints(0, anchor[1])))
                            .toList())));
  }

  /**
   * A row as it was from a revision on.
   *
   * @param from null for the one that is there now
   */
  private record RowVersion(UUID id, @Nullable Integer from) {}

  private Map<RowVersion, List<int[]>> anchors(Collection<UUID> statements) {
    Map<RowVersion, List<int[]>> found = new HashMap<>();
    onConnection(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select a.id, a.revision_number, a.until_revision, s.anchor_start, s.anchor_end from history.statement s"
                      + " join history.account a on a.id = s.account_id and a.text_length = s.anchor_text_length"
                      + " and (a.until_revision is null or a.until_revision > s.revision_number)"
                      + " and (s.until_revision is null or s.until_revision > a.revision_number)"
                      + " where s.id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", statements.toArray()));
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                UUID account = rows.getObject(1, UUID.class);
                int[] anchor = {rows.getInt(4), rows.getInt(5)};
                List<RowVersion> versions =
                    rows.getObject(3) == null
                        ? List.of(
                            new RowVersion(account, rows.getInt(2)), new RowVersion(account, null))
                        : List.of(new RowVersion(account, rows.getInt(2)));
                for (RowVersion version : versions) {
                  found.computeIfAbsent(version, any -> new ArrayList<>()).add(anchor);
                }
              }
            }
          }
        });
    return found;
  }

  /**
   * Erases words of things.
   *
   * @return those that had any
   */
  Set<UUID> erase(ThingKind kind, Collection<UUID> things, Blackout blackout) {
    return erase(kind, things, (row, version) -> row.erase(blackout));
  }

  /** Erases words of a row; false where it had none. */
  @FunctionalInterface
  private interface ErasedRow {
    boolean erase(WordTable.Row row, RowVersion version);
  }

  private Set<UUID> erase(ThingKind kind, Collection<UUID> things, ErasedRow erasing) {
    WordTable table = WordTable.of(kind);
    Set<UUID> erased = new LinkedHashSet<>();
    for (String schema : SCHEMAS) {
      boolean isPast = schema.equals("history");
      String sql =
          "update %s.%s set %s where id = ?%s"
              .formatted(
                  schema,
                  table.table(),
                  table.assigned(),
                  isPast ? " and revision_number = ?" : "");
      each(
          kind,
          schema,
          things,
          (row, at, connection) -> {
            UUID id = at.getObject("id", UUID.class);
            Integer from = isPast ? at.getObject("revision_number", Integer.class) : null;
            if (erasing.erase(row, new RowVersion(id, from))) {
              try (PreparedStatement update = connection.prepareStatement(sql)) {
                int parameter = row.set(connection, update);
                update.setObject(parameter, id);
                if (from != null) {
                  update.setInt(parameter + 1, from);
                }
                update.executeUpdate();
              }
              erased.add(id);
            }
          });
    }
    WordsOfH2.write(entities, table, erased);
    return erased;
  }

  /** Takes a row of what is being erased. */
  @FunctionalInterface
  private interface Rows {
    void take(WordTable.Row row, ResultSet at, Connection connection) throws SQLException;
  }

  private void each(ThingKind kind, String schema, Collection<UUID> things, Rows rows) {
    WordTable table = WordTable.of(kind);
    String sql =
        "select %s, id%s from %s.%s where id = any(?)"
            .formatted(
                table.selected(),
                schema.equals("history") ? ", revision_number" : "",
                schema,
                table.table());
    onConnection(
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("uuid", things.toArray()));
            try (ResultSet found = query.executeQuery()) {
              while (found.next()) {
                rows.take(table.new Row(found), found, connection);
              }
            }
          }
        });
  }

  /** The ids of what belongs to these things, or did at any time. */
  Map<ThingKind, Set<UUID>> carried(ThingKind kind, Collection<UUID> things) {
    Map<ThingKind, Set<UUID>> carried = new LinkedHashMap<>();
    if (kind == ThingKind.MEETING) {
      for (ThingKind part :
          List.of(ThingKind.PARTICIPATION, ThingKind.ACCOUNT, ThingKind.STATEMENT)) {
        carried.put(part, ids(part, "id", "meeting_id", things));
      }
    } else if (kind == ThingKind.ACCOUNT) {
      carried.put(ThingKind.STATEMENT, ids(ThingKind.STATEMENT, "id", "account_id", things));
    }
    return carried;
  }

  /** What one column has where another has one of these ids, in all that ever was. */
  Set<UUID> ids(ThingKind kind, String wanted, String known, Collection<UUID> ids) {
    return new LinkedHashSet<>(
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select distinct h.%s from history.%s h where h.%s = any(:ids)"
                    .formatted(wanted, WordTable.of(kind).table(), known),
                UUID.class)
            .setParameter("ids", ids.toArray(UUID[]::new))
            .getResultList());
  }

  private void onConnection(org.hibernate.jdbc.Work work) {
    entities.unwrap(Session.class).doWork(work);
  }
}
