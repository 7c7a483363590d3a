package org.chancery.search;

import java.sql.Array;
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
 * Keeps H2's tables {@code search_word}, of the present and of what was, in step with the record,
 * in the transaction that writes it. PostgreSQL keeps its own index.
 */
public final class WordIndex {

  /** What the same revision added was at no time so. */
  private static final String KEEP =
      "insert into history.search_word (word, thing, revision_number, until_revision)"
          + " select word, thing, revision_number, ? from search_word where thing = any(?) and revision_number < ?";

  private final Session session;
  private final int revision;

  /**
   * @param revision the number of the one that is being written
   */
  public WordIndex(Session session, int revision) {
    this.session = session;
    this.revision = revision;
  }

  /** Things are in the record that were not, or not with these words. */
  public void add(List<? extends Searched> things) {
    onH2(
        connection -> {
          try (PreparedStatement insert = insertion(connection)) {
            for (Searched thing : things) {
              add(insert, thing.uuid(), Words.distinctIn(thing.searchWords()), revision);
            }
            var unused = insert.executeBatch();
          }
        });
  }

  /** Things are gone, or have other words. */
  public void forget(Collection<UUID> things) {
    onH2(
        connection -> {
          try (PreparedStatement keep = connection.prepareStatement(KEEP);
              PreparedStatement delete =
                  connection.prepareStatement("delete from search_word where thing = any(?)")) {
            Array ids = connection.createArrayOf("uuid", things.toArray());
            keep.setInt(1, revision);
            keep.setArray(2, ids);
            keep.setInt(3, revision);
            keep.executeUpdate();
            delete.setArray(1, ids);
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

  /** Adds a thing that is not in the table of H2 yet, and has had these words since a revision. */
  public static void insert(Connection connection, UUID thing, Collection<String> words, int since)
      throws SQLException {
    try (PreparedStatement insert = insertion(connection)) {
      add(insert, thing, words, since);
      var unused = insert.executeBatch();
    }
  }

  private static PreparedStatement insertion(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "insert into search_word (word, thing, revision_number) values (?, ?, ?)");
  }

  private static void add(PreparedStatement insert, UUID thing, Collection<String> words, int since)
      throws SQLException {
    for (String word : words) {
      insert.setString(1, word);
      insert.setObject(2, thing);
      insert.setInt(3, since);
      insert.addBatch();
    }
  }
}
