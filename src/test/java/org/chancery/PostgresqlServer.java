package org.chancery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server for the length of a test class, from binaries that Maven brings; no
 * Docker is needed.
 */
public final class PostgresqlServer implements QuarkusTestResourceLifecycleManager {

  private @Nullable EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    try {
      EmbeddedPostgres started = EmbeddedPostgres.builder().start();
      server = started;
      return Map.of(
          "quarkus.datasource.jdbc.url",
          started.getJdbcUrl("postgres", "postgres"),
          "quarkus.datasource.username",
          "postgres",
          "quarkus.datasource.password",
          "postgres");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void stop() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
