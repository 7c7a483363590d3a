package org.chancery.operation;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.sql.Connection;
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
      if (statement.executeUpdate("delete from unswept_erasure") > 0) {
        LOG.info("Words were erased: the file is written anew, without their bytes.");
        Optional<Path> file = FlywayCallback.h2File(connection);
        statement.execute("shutdown compact");
        file.ifPresent(H2FileAccess::restrict);
      }
    } catch (SQLException failure) {
      LOG.warnf(
          "The file could not be written anew: the bytes of words that were erased can stand in it still (%s).",
          failure.getMessage());
    }
  }
}
