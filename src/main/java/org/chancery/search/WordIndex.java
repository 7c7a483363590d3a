package org.chancery.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Keeps H2's table {@code search_word} in step with the record: Hibernate calls it for whatever it
 * writes, in the same transaction. PostgreSQL keeps its own index.
 */
@ApplicationScoped
public class WordIndex {

  private final Session session;

  WordIndex(Session session) {
    this.session = session;
  }

  @PostPersist
  void added(Searched thing) {
    onH2(connection -> insert(connection, thing.uuid(), Words.distinctIn(thing.searchWords())));
  }

  @PostUpdate
  void changed(Searched thing) {
    onH2(
        connection -> {
          delete(connection, thing);
          insert(connection, thing.uuid(), Words.distinctIn(thing.searchWords()));
        });
  }

  @PostRemove
  void removed(Searched thing) {
    onH2(connection -> delete(connection, thing));
  }

  /** Things are gone that were deleted without Hibernate. */
  public void forget(Collection<UUID> things) {
    onH2(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("delete from search_word where thing = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", things.toArray()));
            delete.executeUpdate();
          }
        });
  }

  private void onH2(org.hibernate.jdbc.Work work) {
    if (session.unwrap(SessionImplementor.class).getDialect() instanceof H2Dialect) {
      session.doWork(work);
    }
  }

  /** Adds a thing that is not in the table of H2 yet. */
  public static void insert(Connection connection, UUID thing, Collection<String> words)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into search_word (word, thing) values (?, ?)")) {
      for (String word : words) {
        insert.setString(1, word);
        insert.setObject(2, thing);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void delete(Connection connection, Searched thing) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from search_word where thing = ?")) {
      delete.setObject(1, thing.uuid());
      delete.executeUpdate();
    }
  }
}
