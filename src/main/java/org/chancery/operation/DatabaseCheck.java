package org.chancery.operation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Whether the database answers. Uses a connection of its own: waiting for the pool would report a
 * busy instance as broken, and send its load to the others.
 */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

  private final AgroalDataSource database;

  DatabaseCheck(AgroalDataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try {
      return database.isHealthy(true);
    } catch (SQLException gone) {
      LOG.debug("The database does not answer", gone);
      return false;
    }
  }
}
