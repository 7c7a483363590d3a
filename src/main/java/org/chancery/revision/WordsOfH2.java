package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.chancery.database.Databases;
import org.chancery.search.WordIndex;
import org.hibernate.Session;

/**
 * What H2 needs for itself: the words that searches find, in tables of their own, each with the
 * time at which it was there. On PostgreSQL nothing is done.
 */
final class WordsOfH2 {

  private WordsOfH2() {}

  /** Has things be found by the words that the history has of them. */
  static void write(EntityManager entities, WordTable table, Collection<UUID> things) {
    if (Databases.isH2(entities)) {
      entities
          .unwrap(Session.class)
          .doWork(
              connection -> {
                for (UUID thing : things) {
                  write(connection, table, thing);
                }
              });
    }
  }

  /** The same for all that the history has. */
  static void writeAll(EntityManager entities) {
    if (Databases.isH2(entities)) {
      entities
          .unwrap(Session.class)
          .doWork(
              connection -> {
                for (WordTable table : WordTable.values()) {
                  try (PreparedStatement query =
                          connection.prepareStatement(
                              "select distinct id from history.%s".formatted(table.table()));
                      ResultSet things = query.executeQuery()) {
                    while (things.next()) {
                      write(connection, table, things.getObject(1, UUID.class));
                    }
                  }
                }
              });
    }
  }

  /** Has the file of H2 be written anew at its end (see org.chancery.operation.H2Sweep). */
  static void sweepAfter(EntityManager entities, int revision) {
    if (Databases.isH2(entities)) {
      entities
          .createNativeQuery("merge into unswept_erasure (revision_number) values (:revision)")
          .setParameter("revision", revision)
          .executeUpdate();
    }
  }

  private static void write(Connection connection, WordTable table, UUID thing)
      throws SQLException {
    List<WordsOfVersion> versions = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select id, search_words, revision_number, until_revision from history.%s where id = ? order by revision_number"
                .formatted(table.table()))) {
      query.setObject(1, thing);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          versions.add(WordsOfVersion.of(rows));
        }
      }
    }
    for (String schema : List.of("public", "history")) {
      try (PreparedStatement delete =
          connection.prepareStatement(
              "delete from %s.search_word where thing = ?".formatted(schema))) {
        delete.setObject(1, thing);
        delete.executeUpdate();
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into history.search_word (word, thing, revision_number, until_revision) values (?, ?, ?, ?)")) {
      for (WordsOfVersion version : versions) {
        if (version.until() == null) {
          WordIndex.insert(connection, thing, version.words(), version.from());
        } else {
          for (String word : version.words()) {
            insert.setString(1, word);
            insert.setObject(2, thing);
            insert.setInt(3, version.from());
            insert.setInt(4, version.until());
            insert.addBatch();
          }
        }
      }
      var unused = insert.executeBatch();
    }
  }
}
