package org.chancery.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** What is done with the database at some steps of bringing its tables up to date. */
abstract class FlywayCallback implements Callback {

  private final Set<Event> steps;

  FlywayCallback(Event first, Event... more) {
    steps = EnumSet.of(first, more);
  }

  /** Does it. A failure ends the start. */
  abstract void handle(Event step, Connection database) throws SQLException, IOException;

  /** The file of this database; nothing where it is not an H2 file. */
  static Optional<Path> h2File(Connection connection) throws SQLException {
    if (!connection.getMetaData().getURL().startsWith("jdbc:h2:file:")) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet path = statement.executeQuery("select database_path()")) {
      path.next();
      return Optional.of(Path.of(path.getString(1) + ".mv.db"));
    }
  }

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
