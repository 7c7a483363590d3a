package org.chancery.operation;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Has Flyway wait on PostgreSQL for another instance with a lock of its session. With one of its
 * transaction, as it does by itself, it would read as of the moment when it began to wait, and
 * change again what the other has changed meanwhile.
 */
@Singleton
final class MigrationLock implements FlywayConfigurationCustomizer {

  private final String database;

  MigrationLock(@ConfigProperty(name = "quarkus.datasource.db-kind") String database) {
    this.database = database;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    if (database.equals("postgresql")) {
      configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
  }
}
