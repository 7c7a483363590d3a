package org.chancery.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has the SQL of a session read the record as of a revision: the schema {@code past} goes before
 * the one of the present on the connection's search path, and its views are told the revision.
 */
public final class PastSchema {

  private static final Logger LOG = Logger.getLogger(PastSchema.class);

  /** Whether this thread's session reads the past. */
  private static final ThreadLocal<Boolean> ENTERED = ThreadLocal.withInitial(() -> false);

  private PastSchema() {}

  /** Whether this thread's session reads the past. */
  public static boolean isEntered() {
    return ENTERED.get();
  }

  /**
   * The SQL to send, which is another text for the past than for the present: H2 2.4 and the driver
   * of PostgreSQL keep statements by their text, bound to the tables that they first found.
   */
  public static String marked(String sql) {
    return ENTERED.get() ? "/* past */ " + sql : sql;
  }

  /** Reads as of this revision from here on, until {@link #leave}. */
  public static void enter(Session session, int revision) {
    boolean isH2 = Databases.isH2(session);
    ENTERED.set(true);
    session.doWork(
        connection -> {
          if (isH2) {
            run(connection, "set @revision = " + revision);
            // It looks in its schema first, and then along the path.
            run(connection, "set schema_search_path public");
            run(connection, "set schema past");
          } else {
            enterOnPostgresql(connection, revision);
          }
        });
  }

  /** For this transaction only. */
  private static void enterOnPostgresql(Connection connection, int revision) throws SQLException {
    try (PreparedStatement path =
        connection.prepareStatement(
            "select set_config('chancery.revision', ?, true),"
                + " set_config('search_path', 'past, ' || array_to_string(array_remove(current_schemas(false)::text[], 'past'), ', '), true)")) {
      path.setString(1, String.valueOf(revision));
      try (ResultSet set = path.executeQuery()) {
        set.next();
      }
    }
  }

  /** Reads the present from here on. */
  public static void leave(Session session) {
    leave(
        session,
        "select set_config('search_path', array_to_string(array_remove(current_schemas(false)::text[], 'past'), ', '), true)");
  }

  /**
   * The same at the end of a transaction, with which PostgreSQL leaves the past by itself. Nobody
   * else shall get a connection that reads the past: where it cannot be left, it is ended.
   */
  public static void leaveAtTheEnd(Session session) {
    try {
      leave(session, null);
    } catch (RuntimeException failure) {
      LOG.debug("The past could not be left", failure);
      try {
        session.doWork(connection -> Databases.driversOwn(connection).close());
      } catch (RuntimeException closed) {
        LOG.debug("A connection could not be ended", closed);
      }
    }
  }

  private static void leave(Session session, @Nullable String onPostgresql) {
    ENTERED.remove();
    String sql = Databases.isH2(session) ? "set schema public" : onPostgresql;
    if (sql != null) {
      session.doWork(connection -> run(connection, sql));
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
