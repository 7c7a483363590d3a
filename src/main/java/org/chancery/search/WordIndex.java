package org.chancery.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.jdbc.Work;

/**
 * Keeps H2's table {@code search_word} in step with the record, in the transaction that writes it.
 * PostgreSQL keeps its own index.
 */
public final class WordIndex {

  private final Session session;

  public WordIndex(Session session) {
    this.session = session;
  }

  /** Things are in the record that were not, or not with these words. */
  public void add(List<? extends Searched> things) {
    onH2(
        connection -> {
          try (PreparedStatement insert = insertion(connection)) {
            for (Searched thing : things) {
              add(insert, thing.uuid(), Words.distinctIn(thing.searchWords()));
            }
            var unused = insert.executeBatch();
          }
        });
  }

  /** Things are gone, or have other words. */
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

  /** Whether the database needs it. */
  public boolean isKept() {
    return session.unwrap(SessionImplementor.class).getDialect() instanceof H2Dialect;
  }

  private void onH2(Work work) {
    if (isKept()) {
      session.doWork(work);
    }
  }

  /** Adds a thing that is not in the table of H2 yet. */
  public static void insert(Connection connection, UUID thing, Collection<String> words)
      throws SQLException {
    try (PreparedStatement insert = insertion(connection)) {
      add(insert, thing, words);
      var unused = insert.executeBatch();
    }
  }

  private static PreparedStatement insertion(Connection connection) throws SQLException {
    return connection.prepareStatement("insert into search_word (word, thing) values (?, ?)");
  }

  private static void add(PreparedStatement insert, UUID thing, Collection<String> words)
      throws SQLException {
    for (String word : words) {
      insert.setString(1, word);
      insert.setObject(2, thing);
      insert.addBatch();
    }
  }
}
