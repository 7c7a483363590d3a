package org.chancery.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, which passes, from a fault of the service. */
public final class DatabaseGone {

  /**
   * Prefixes of SQL states: connections; PostgreSQL stopping, crashed or starting, or out of
   * connections; H2 closed; a lock that somebody else has, or that two wait for.
   */
  private static final List<String> STATES =
      List.of("08", "57P", "53300", "90067", "90098", "90121", "HYT00", "55P03", "40001", "40P01");

  /** What the connection pool says, without any state; one of its sentences begins so. */
  private static final String NO_CONNECTION_IN_TIME = "acquisition timeout";

  /** Causes of causes; more would be a circle. */
  private static final int MOST_STEPS = 10;

  private DatabaseGone() {}

  /** What the database's driver said, in one line; nothing where the failure is another one. */
  public static Optional<String> reasonOf(Throwable failure) {
    return Optional.ofNullable(find(failure, MOST_STEPS))
        .map(found -> String.valueOf(found.getMessage()).lines().findFirst().orElse(""));
  }

  /** Suppressed exceptions too: a failed commit has its reason there. */
  private static @Nullable SQLException find(Throwable failure, int steps) {
    if (failure instanceof SQLException database && isGone(database)) {
      return database;
    }
    if (steps == 0) {
      return null;
    }
    for (Throwable suppressed : failure.getSuppressed()) {
      SQLException found = find(suppressed, steps - 1);
      if (found != null) {
        return found;
      }
    }
    Throwable cause = failure.getCause();
    return cause == null ? null : find(cause, steps - 1);
  }

  private static boolean isGone(SQLException failure) {
    String state = failure.getSQLState();
    return state == null
        ? String.valueOf(failure.getMessage())
            .toLowerCase(Locale.ROOT)
            .contains(NO_CONNECTION_IN_TIME)
        : STATES.stream().anyMatch(state::startsWith);
  }
}
