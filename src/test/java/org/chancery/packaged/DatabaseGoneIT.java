package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.packaged.Load.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away under load, and comes back. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "postgresql",
    disabledReason = "H2 is inside the service, and goes with it")
class DatabaseGoneIT {

  private static final String QUERY =
      "{ meetings { nodes { title statements(first: 3) { nodes { text speakers { name } } } } } }";

  /** The limit of a request's time, and what a busy machine may add. */
  private static final Duration LIMIT = Duration.ofSeconds(10).plusSeconds(3);

  private static final Duration NOTICED = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void errorsCarryACodeAndTheServiceRecoversByItself() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder);
        RunningService service = RunningService.start(database.settings())) {
      service.data(QUERY);
      try (Load load = new Load(service.port(), 20, QUERY)) {
        load.waitFor(Fate.ANSWERED, 100);
        assertEquals(200, service.probe("ready"));

        database.stop();
        long down = service.waitForProbe("ready", 503);
        assertEquals(200, service.probe("live"), "the service itself is well");
        load.reset();
        Thread.sleep(3000);
        String gone = load.fates().toString();
        assertEquals(0, load.count(Fate.ANSWERED), gone);
        assertTrue(load.count(Fate.REFUSED_POLITELY) > 0, gone + load.odd());

        database.start();
        long up = service.waitForProbe("ready", 200);
        String back = fatesOnceAllAreAnswered(load);

        load.end();
        System.out.printf(
            "[%s] PostgreSQL stopped under load: not ready after %d ms, then %s; started again: ready after %d ms, then %s; slowest answer %d ms%n",
            RunningService.kind(), down, gone, up, back, load.slowest().toMillis());
        assertTrue(down < NOTICED.toMillis(), "not ready after " + down + " ms");
        assertTrue(up < NOTICED.toMillis(), "ready again after " + up + " ms");
        assertEquals(List.of(), load.odd());
        assertEquals(0, load.count(Fate.LOST), load.fates().toString());
        assertTrue(load.slowest().compareTo(LIMIT) < 0, load.slowest().toString());
      }
      // No request is stuck, and no connection.
      service.waitForMetric("chancery_graphql_requests_running 0.0");
      service.waitForMetric("agroal_active_count{datasource=\"default\"} 0.0");
    }
  }

  /**
   * As when its machine is gone, or the network to it: nothing is refused, nothing is answered. Who
   * asks then waits for their own limit of time, also behind connections that stood idle.
   */
  @Test
  void aDatabaseThatAnswersNothingHoldsNobody() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder);
        RunningService service = RunningService.start(database.settings())) {
      service.data(QUERY);
      try (Load load = new Load(service.port(), 20, QUERY)) {
        load.waitFor(Fate.ANSWERED, 100);
        database.freeze();
        service.waitForProbe("ready", 503);
        load.reset();
        load.waitFor(Fate.ANSWERED_WITH_CODE, 40);
        load.end();
        Map<Fate, Long> fates = new EnumMap<>(load.fates());
        fates.keySet().removeAll(Set.of(Fate.ANSWERED_WITH_CODE, Fate.REFUSED_POLITELY));
        assertEquals(Map.of(), fates, load.odd().toString());
        assertTrue(load.slowest().compareTo(LIMIT) < 0, load.slowest().toString());
      }
      assertPage(service, "/record/head", 503, "Try again in a");
      // It is still silent, and nobody waits for it.
      service.waitForMetric("chancery_graphql_requests_running 0.0");
      service.waitForMetric("agroal_active_count{datasource=\"default\"} 0.0");
      database.thaw();
      service.waitForProbe("ready", 200);
      service.data(QUERY);
    }
  }

  @Test
  void peopleAreToldTooAndTheFirstPageIsThere() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder);
        RunningService service = RunningService.start(database.settings())) {
      service.data(QUERY);
      database.stop();
      service.waitForProbe("ready", 503);
      assertPage(service, "/meetings", 503, "Try again in a moment");
      assertPage(service, "/", 200, "The record of diplomatic meetings");
    }
  }

  /** Somebody else writes until then, so that the import has begun and is not over. */
  @Test
  void whoLoadsADocumentIsToldInWords() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder)) {
      try (RunningService service = RunningService.start(database.settings())) {
        service.data(QUERY);
      }
      Connection other = database.connect();
      other.setAutoCommit(false);
      try (Statement lock = other.createStatement()) {
        lock.execute("select id from record_clock for update");
      }
      try (RunningService command =
          RunningService.run(
              database.settings(), Redirect.PIPE, "import", "src/main/resources/sample.ndjson")) {
        database.waitForWaiting();
        database.stop();
        assertEquals(1, command.exitCode());
        String told = command.log();
        assertTrue(told.contains("Whether it was loaded is not known"), told);
        assertTrue(told.contains("The database did not go on"), told);
        assertFalse(told.contains("Exception"), told);
      }
    }
  }

  private static void assertPage(RunningService service, String path, int status, String words)
      throws Exception {
    HttpResponse<String> answer = service.page(path);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(words), answer.body());
  }

  /** What began while the database was still starting may be refused once more. */
  private static String fatesOnceAllAreAnswered(Load load) throws InterruptedException {
    for (int tries = 0; ; tries++) {
      load.reset();
      Thread.sleep(2000);
      Map<Fate, Long> fates = load.fates();
      if (fates.keySet().equals(Set.of(Fate.ANSWERED))) {
        return fates.toString();
      }
      assertTrue(tries < 4, fates.toString());
    }
  }
}
