package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.LongTrial;
import org.chancery.packaged.Load.Fate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is ended and killed while clients ask, on the database that it was built for. */
class EndingIT {

  private static final String QUERY =
      "{ meetings { nodes { title statements(first: 3) { nodes { text speakers { name } } } } } }";
  private static final String ALL = "{ statements(first: 100) { totalCount nodes { key text } } }";

  @TempDir Path folder;
  private @Nullable PostgresqlToStop database;

  @BeforeEach
  void startTheDatabase() throws Exception {
    if (System.getProperty("chancery.database", "h2").equals("postgresql")) {
      database = new PostgresqlToStop(folder);
    }
  }

  @AfterEach
  void stopTheDatabase() throws Exception {
    if (database != null) {
      database.close();
    }
  }

  private Map<String, String> settings(String... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CHANCERY_SAMPLE", "true");
    settings.put("CHANCERY_DATA", folder.resolve("record").toString());
    if (database != null) {
      settings.putAll(database.settings());
    }
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  /**
   * Behind a balancer, which asks an instance only while it is ready: requests are answered on
   * until it has noticed. Whoever asks nevertheless is refused, and told so.
   */
  @Test
  void sigtermUnderLoadDropsNoRequest() throws Exception {
    try (RunningService service = RunningService.start(settings("QUARKUS_SHUTDOWN_DELAY", "5s"))) {
      service.data(QUERY);
      try (Load balanced = new Load(service.port(), 20, QUERY);
          Load stubborn = new Load(service.port(), 2, QUERY)) {
        balanced.onlyWhileReady(service);
        balanced.waitFor(Fate.ANSWERED, 200);
        service.askToEnd();
        long notReady = service.waitForProbe("ready", 503);
        assertEquals(143, service.exitCode());
        balanced.end();
        stubborn.end();
        System.out.printf(
            "[%s] SIGTERM under load: not ready after %d ms; behind a balancer %s, others %s%n",
            RunningService.kind(), notReady, balanced.fates(), stubborn.fates());
        assertEquals(
            balanced.count(Fate.ANSWERED),
            balanced.fates().values().stream().mapToLong(count -> count).sum(),
            balanced.fates().toString());
        assertTrue(stubborn.count(Fate.REFUSED_POLITELY) > 0, stubborn.fates().toString());
        assertEquals(0, stubborn.count(Fate.ODD), stubborn.odd().toString());
      }
    }
  }

  @LongTrial
  @RepeatedTest(2)
  void killedUnderLoadTheNextStartIsClean() throws Exception {
    JsonNode before;
    try (RunningService service = RunningService.start(settings())) {
      before = service.data(ALL);
      try (Load load = new Load(service.port(), 20, QUERY)) {
        load.waitFor(Fate.ANSWERED, 50);
        service.kill();
      }
    }
    try (RunningService service = RunningService.start(settings("CHANCERY_SAMPLE", "false"))) {
      assertEquals(before, service.data(ALL));
    }
  }

  /**
   * At moments all over the first start: while the tables are made, and while the sample is loaded.
   */
  @Test
  @LongTrial
  void killedInItsFirstStartTheNextOneIsClean() throws Exception {
    JsonNode record;
    long whole;
    try (RunningService service =
        RunningService.start(settings("CHANCERY_DATA", folder.resolve("whole").toString()))) {
      record = service.data(ALL);
      whole = service.millisecondsSinceStart();
    }
    int moments = RunningService.kind().equals("native") ? 8 : 3;
    for (int moment = 1; moment <= moments; moment++) {
      Map<String, String> settings =
          settings("CHANCERY_DATA", folder.resolve("killed-" + moment).toString());
      if (database != null) {
        database.execute("drop schema if exists public, history, past cascade");
        database.execute("create schema public");
      }
      try (RunningService service = RunningService.start(settings)) {
        Thread.sleep(whole * (moment + moments / 2) / (2L * moments));
        service.kill();
      }
      try (RunningService service = RunningService.start(settings)) {
        assertEquals(keysIn(record), keysIn(service.data(ALL)), service.log());
      }
    }
  }

  private static List<String> keysIn(JsonNode answer) {
    return answer.at("/statements/nodes").findValuesAsText("key");
  }
}
