package org.chancery.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.Session;

/** What a transaction sees of others. */
public final class Isolation {

  private Isolation() {}

  /**
   * Transactions read a snapshot by default: one that writes needs the latest state, and says so
   * before its first statement.
   */
  public static void readWhatIsCommitted(Session session) {
    session.doWork(Isolation::readWhatIsCommitted);
  }

  private static void readWhatIsCommitted(Connection connection) throws SQLException {
    if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }
}
