package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in the settings ends the start with one sentence that says what to do. */
class WrongSettingsIT {

  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(
      named = "chancery.database",
      matches = "h2",
      disabledReason = "a database that is not there is told first")
  void aMisspelledSetting() throws Exception {
    assertRefused(
        with("CHANCERY_LIMIT_DEPTH", "5"),
        "There is no setting CHANCERY_LIMIT_DEPTH: correct it, or take it away. There are CHANCERY_DATA, ");
  }

  @Test
  void aValueThatIsNone() throws Exception {
    assertRefused(
        with("CHANCERY_LIMITS_DEPTH", "deep"),
        "A setting cannot be used. The config property chancery.limits.depth with the config value \"deep\" Expected an integer value");
  }

  @Test
  void aSwitchThatIsNeitherOnNorOff() throws Exception {
    assertRefused(
        with("CHANCERY_API_GRAPHIQL", "yes"),
        "CHANCERY_API_GRAPHIQL is \"yes\": send true or false.");
  }

  @Test
  @EnabledIfSystemProperty(
      named = "chancery.database",
      matches = "h2",
      disabledReason = "the record is in a folder on H2 alone")
  void aDataFolderWithoutBeginning() throws Exception {
    assertRefused(
        with("CHANCERY_DATA", "target/record"),
        "CHANCERY_DATA is \"target/record\", which does not say where it begins: set it to \"./target/record\", or to a whole path.");
  }

  /** As compose files leave a variable that nobody has set. */
  @Test
  void aVariableThatIsEmpty() throws Exception {
    assertRefused(
        with("CHANCERY_LIMITS_DEPTH", ""),
        "CHANCERY_LIMITS_DEPTH is empty: give it a value, or take it away.");
  }

  /** Kubernetes sets these for each service in the namespace. */
  @Test
  void variablesOfKubernetesAreNoMistake() throws Exception {
    Map<String, String> settings = with("CHANCERY_SERVICE_HOST", "10.0.0.1");
    settings.put("CHANCERY_PORT", "tcp://10.0.0.1:80");
    settings.put("CHANCERY_PORT_80_TCP_ADDR", "10.0.0.1");
    settings.put("CHANCERY_SERVICE_PORT_HTTP", "80");
    if (System.getProperty("chancery.database", "h2").equals("h2")) {
      try (RunningService service = RunningService.start(settings)) {
        assertTrue(service.data("{ __typename }").isObject());
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void aHostThatIsNotThere() throws Exception {
    assertRefused(
        with(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://nowhere.invalid/chancery?user=a&password=wrong-secret"),
        "The database at jdbc:postgresql://nowhere.invalid/chancery did not let us in");
  }

  /** Its host takes the connection, and nothing more. */
  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void aDatabaseThatDoesNotAnswer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      String url = "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/chancery";
      assertRefused(
          with("QUARKUS_DATASOURCE_JDBC_URL", url),
          "The database at " + url + " did not answer within 3 seconds: start it, or correct");
    }
  }

  /** A driver that cannot read an address quotes it whole. */
  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void anAddressThatIsNone() throws Exception {
    assertRefused(
        with("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:h2:nonsense;PASSWORD=wrong-secret"),
        "The database at jdbc:h2:nonsense did not let us in");
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void aWrongPassword() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder)) {
      database.execute("create user somebody password 'right'");
      database.demandPasswords();
      Map<String, String> settings = database.settings();
      settings.put("QUARKUS_DATASOURCE_USERNAME", "somebody");
      settings.put("QUARKUS_DATASOURCE_PASSWORD", "wrong-secret");
      assertRefused(settings, "did not let us in (FATAL: password authentication failed");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void aDatabaseInAnotherEncoding() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder)) {
      database.execute("create database ascii encoding 'SQL_ASCII' locale 'C' template template0");
      Map<String, String> settings = database.settings();
      settings.computeIfPresent(
          "QUARKUS_DATASOURCE_JDBC_URL", (name, url) -> url.replaceFirst("postgres$", "ascii"));
      assertRefused(
          settings,
          "The database is in the encoding SQL_ASCII, which cannot hold the names of all people: create one with");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void aDatabaseOfANewerVersion() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder)) {
      try (RunningService service = RunningService.start(database.settings())) {
        service.data("{ __typename }");
        service.terminate();
      }
      database.execute(
          "insert into flyway_schema_history select installed_rank + 100, '999', 'later', type, 'V999__later.sql',"
              + " checksum, installed_by, installed_on, execution_time, success from flyway_schema_history"
              + " where version = '1'");
      assertRefused(
          database.settings(),
          "The database was changed by a newer Chancery (its tables have version 999, which this one does not know):"
              + " start the newer one, or restore a backup from before.");
    }
  }

  /** One makes the tables and loads the sample, the other waits. */
  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "postgresql")
  void twoThatStartAtOnceOnAnEmptyDatabase() throws Exception {
    try (PostgresqlToStop database = new PostgresqlToStop(folder);
        RunningService one = RunningService.start(database.settings());
        RunningService other = RunningService.start(database.settings())) {
      String query = "{ meetings { totalCount } statements { totalCount } }";
      assertEquals(one.data(query), other.data(query));
      assertEquals(5, one.data(query).at("/meetings/totalCount").asInt());
      String both = one.log() + other.log();
      assertEquals(2, both.split("Loaded the sample record", -1).length, both);
    }
  }

  private Map<String, String> with(String name, String value) {
    Map<String, String> settings = new HashMap<>();
    settings.put("CHANCERY_DATA", folder.resolve("record").toString());
    settings.put(name, value);
    return settings;
  }

  private static void assertRefused(Map<String, String> settings, String sentence)
      throws Exception {
    try (RunningService service = RunningService.start(settings)) {
      assertEquals(1, service.exitCode());
      String log = service.log();
      assertTrue(log.contains("Chancery did not start. ") && log.contains(sentence), log);
      assertFalse(log.contains("\tat ") || log.contains("Exception"), log);
      assertFalse(log.contains("wrong-secret"), log);
    }
  }
}
