package org.chancery.operation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.callback.Event;
import org.jboss.logging.Logger;

/**
 * Restores an H2 file after an interrupted migration, by a kill or a power cut: H2 commits each
 * table as it is made, so that half of a migration would stay and the next start fail. PostgreSQL
 * rolls back by itself.
 *
 * <p>Before the first migration of a start the database is dumped beside its file as SQL; the dump
 * is removed when the migrations are done and on the disk, and restored by the next start that
 * finds it.
 */
public final class H2MigrationBackup extends FlywayCallback {

  private static final Logger LOG = Logger.getLogger(H2MigrationBackup.class);

  private static final String SUFFIX = ".before-migration.sql";

  public H2MigrationBackup() {
    super(Event.BEFORE_VALIDATE, Event.BEFORE_EACH_MIGRATE, Event.AFTER_MIGRATE);
  }

  @Override
  void handle(Event step, Connection database) throws SQLException, IOException {
    Optional<Path> file =
        h2File(database).map(own -> own.resolveSibling(own.getFileName() + SUFFIX));
    if (file.isEmpty()) {
      return;
    }
    switch (step) {
      case BEFORE_VALIDATE -> restore(database, file.get());
      case BEFORE_EACH_MIGRATE -> save(database, file.get());
      default -> done(database, file.get());
    }
  }

  private static void save(Connection connection, Path file) throws SQLException, IOException {
    if (Files.exists(file)) {
      return;
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    execute(connection, "script nopasswords nosettings to " + quoted(unfinished));
    try (FileChannel copy = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      copy.force(true);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    // H2 may write out the changes when it likes: until all are made, what counts is the copy.
    execute(connection, "set write_delay 500");
  }

  private static void done(Connection connection, Path file) throws SQLException, IOException {
    if (!Files.exists(file)) {
      return;
    }
    execute(connection, "set write_delay 0");
    removeCopy(connection, file);
  }

  private static void restore(Connection connection, Path file) throws SQLException, IOException {
    if (!Files.exists(file)) {
      return;
    }
    LOG.info("The last change of the tables was broken off: the record is brought back first.");
    execute(connection, "drop all objects");
    execute(connection, "runscript from " + quoted(file));
    removeCopy(connection, file);
  }

  /** Once the file itself is on the disk. */
  private static void removeCopy(Connection connection, Path file)
      throws SQLException, IOException {
    execute(connection, "checkpoint sync");
    Files.delete(file);
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
