package org.chancery.editing;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Fails at one of the rows of a table of H2 that are written, also by what goes past Hibernate. */
public final class FailingTrigger implements Trigger {

  /** H2 may have loaded this class for itself: what the two share is the machine's. */
  private static final String ROWS_TO_GO = FailingTrigger.class.getName();

  /** For H2. */
  public FailingTrigger() {}

  /** Fails at this row, from 1 on; 0 for at none. */
  static void failAt(int row) {
    System.setProperty(ROWS_TO_GO, String.valueOf(row));
  }

  /** How many have come since. */
  static int rowsSince(int row) {
    return row - Integer.getInteger(ROWS_TO_GO, 0);
  }

  @Override
  public void fire(Connection connection, @Nullable Object[] before, @Nullable Object[] after)
      throws SQLException {
    int toGo = Integer.getInteger(ROWS_TO_GO, 0) - 1;
    failAt(toGo);
    if (toGo == 0) {
      throw new SQLException("nothing from nowhere");
    }
  }
}
