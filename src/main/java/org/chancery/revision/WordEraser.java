package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Erases words of things from their tables: as they are, and as they were at any time. */
final class WordEraser {

  private static final List<String> SCHEMAS = List.of("public", "history");

  private final EntityManager entities;

  WordEraser(EntityManager entities) {
    this.entities = entities;
  }

  /** All that somebody ever wrote of these things. */
  Set<String> words(ThingKind kind, Collection<UUID> things) {
    Set<String> words = new LinkedHashSet<>();
    each(kind, "history", things, (row, ignored, connection) -> row.words().forEach(words::add));
    return words;
  }

  /** What stands at the anchors of these statements in the texts of their accounts, or stood. */
  Set<String> anchored(Collection<UUID> statements) {
    Set<String> found = new LinkedHashSet<>();
    onConnection(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "select a.text, s.anchor_start, s.anchor_end from history.statement s"
                      + " join history.account a on a.id = s.account_id and a.text_length = s.anchor_text_length"
                      + " and (a.until_revision is null or a.until_revision > s.revision_number)"
                      + " and (s.until_revision is null or s.until_revision > a.revision_number)"
                      + " where s.id = any(?)")) {
            query.setArray(1, connection.createArrayOf("uuid", statements.toArray()));
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                String text = rows.getString(1);
                found.add(
                    text.substring(
                        text.offsetByCodePoints(0, rows.getInt(2)),
                        text.offsetByCodePoints(0, rows.getInt(3))));
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
            if (row.erase(blackout)) {
              UUID id = at.getObject("id", UUID.class);
              try (PreparedStatement update = connection.prepareStatement(sql)) {
                int parameter = row.set(connection, update);
                update.setObject(parameter, id);
                if (isPast) {
                  update.setInt(parameter + 1, at.getInt("revision_number"));
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
