package org.chancery.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** What is done with the database at some steps of bringing its tables up to date. */
abstract class OnMigration implements Callback {

  private final Set<Event> steps;

  OnMigration(Event first, Event... more) {
    steps = EnumSet.of(first, more);
  }

  /** Does it. A failure ends the start. */
  abstract void handle(Event step, Connection database) throws SQLException, IOException;

  @Override
  public final boolean supports(Event event, Context context) {
    return steps.contains(event);
  }

  @Override
  public final boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public final void handle(Event event, Context context) {
    try {
      handle(event, context.getConnection());
    } catch (SQLException failure) {
      throw new FlywayException(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public final String getCallbackName() {
    return getClass().getSimpleName();
  }
}
