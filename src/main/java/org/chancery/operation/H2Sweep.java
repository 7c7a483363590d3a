package org.chancery.operation;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Writes H2's file anew at an orderly end where words were erased: until then their bytes can stand
 * in parts of the file that H2 no longer uses.
 */
@ApplicationScoped
class H2Sweep {

  private static final Logger LOG = Logger.getLogger(H2Sweep.class);

  private final DataSource database;
  private final String address;

  H2Sweep(
      DataSource database, @ConfigProperty(name = "quarkus.datasource.jdbc.url") String address) {
    this.database = database;
    this.address = address;
  }

  /** After all else that may need the database. */
  void atTheEnd(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent end) {
    if (!address.startsWith("jdbc:h2:file:")) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Optional<Path> file = FlywayCallback.h2File(connection);
      if (file.isPresent()) {
        sweep(statement, file.get());
      }
    } catch (SQLException | IOException failure) {
      LOG.warnf(
          "The file could not be written anew: the bytes of words that were erased can stand in it still (%s).",
          failure.getMessage());
    }
  }

  /**
   * What tells that it is to be done stays beside the file until it is, whatever ends it before.
   */
  private static void sweep(Statement statement, Path file) throws SQLException, IOException {
    Path unswept = file.resolveSibling(file.getFileName() + ".unswept");
    try (ResultSet erasures = statement.executeQuery("select 1 from unswept_erasure limit 1")) {
      if (erasures.next()) {
        Files.write(unswept, new byte[0]);
      }
    }
    if (Files.exists(unswept)) {
      statement.executeUpdate("delete from unswept_erasure");
      LOG.info("Words were erased: the file is written anew, without their bytes.");
      statement.execute("shutdown compact");
      H2FileAccess.restrict(file);
      Files.delete(unswept);
    }
  }
}
