package org.chancery.packaged;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.PostgresqlServer;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server that can be stopped and started again, on the same port and data. */
final class PostgresqlToStop implements AutoCloseable {

  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;
  private boolean frozen;

  PostgresqlToStop(Path folder) throws IOException {
    this.folder = folder;
    this.port = RunningService.freePort();
    start();
  }

  void start() throws IOException {
    server =
        PostgresqlServer.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  void stop() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** It goes on to exist, and answers nothing. */
  void freeze() throws IOException {
    signal("STOP");
    frozen = true;
  }

  void thaw() throws IOException {
    signal("CONT");
    frozen = false;
  }

  private void signal(String name) throws IOException {
    long first =
        Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).strip());
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
    Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .forEach(process -> command.add(String.valueOf(process.pid())));
    int exit = new ProcessBuilder(command).inheritIO().start().onExit().join().exitValue();
    if (exit != 0) {
      throw new IOException("kill ended with " + exit);
    }
  }

  /** What a service needs to use it. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + port + "/postgres");
    settings.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
    settings.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
    settings.put("CHANCERY_SAMPLE", "true");
    return settings;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "postgres");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until somebody waits for a lock, of which PostgreSQL tells nobody: it is asked again. */
  void waitForWaiting() throws SQLException, InterruptedException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (int tries = 0; tries < 1200; tries++) {
        try (ResultSet waiting =
            statement.executeQuery(
                "select 1 from pg_stat_activity where wait_event_type = 'Lock'")) {
          if (waiting.next()) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new AssertionError("Nobody waits for a lock.");
  }

  /**
   * From now on a password has to be the right one; as it comes, the server trusts everyone here.
   */
  void demandPasswords() throws IOException, SQLException {
    Path rules = folder.resolve("data/pg_hba.conf");
    Files.writeString(
        rules,
        "host all postgres all trust\nlocal all postgres trust\nhost all all all scram-sha-256\n");
    execute("select pg_reload_conf()");
  }

  @Override
  public void close() throws IOException {
    if (frozen) {
      thaw();
    }
    stop();
  }
}
