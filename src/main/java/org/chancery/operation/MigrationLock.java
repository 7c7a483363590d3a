package org.chancery.operation;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * On PostgreSQL, has Flyway wait for another instance with a session lock. With a transaction lock,
 * its default, it would read a snapshot from when it began to wait, and repeat the migrations that
 * the other has made meanwhile.
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
