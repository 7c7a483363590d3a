package org.chancery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server for the length of a test class, from binaries that Maven brings; no
 * Docker is needed.
 */
public final class PostgresqlServer implements QuarkusTestResourceLifecycleManager {

  /** What a busy machine may take to start one; the library's own ten seconds can be too few. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private @Nullable EmbeddedPostgres server;

  /** A server that is waited for. */
  public static EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setPGStartupWait(PATIENCE);
  }

  @Override
  public Map<String, String> start() {
    try {
      EmbeddedPostgres started = builder().start();
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
