package org.chancery.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionImplementor;

/** How the database plans the statements of a transaction. */
public final class Plans {

  private Plans() {}

  /**
   * PostgreSQL shall find rows by their keys in this transaction, which fills tables: it knows
   * nothing of what is in them before the end, and goes through all of them else.
   */
  public static void goByKeys(Session session) {
    if (session.unwrap(SessionImplementor.class).getDialect() instanceof PostgreSQLDialect) {
      session.doWork(Plans::goByKeys);
    }
  }

  private static void goByKeys(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String plan : List.of("seqscan", "hashjoin", "mergejoin", "material")) {
        statement.execute("set local enable_%s = off".formatted(plan));
      }
    }
  }
}
