package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.chancery.LongTrial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside serving, and what a start tells whoever runs it. */
class CommandLineIT {

  private static final Path SAMPLE = Path.of("src/main/resources/sample.ndjson");

  @TempDir Path folder;

  @Test
  void helpAndVersionAreTold() throws Exception {
    assertTrue(told(0, "--help").contains("import FILE"));
    assertTrue(told(0, "--version").matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\s*"));
  }

  @Test
  void argumentsThatNobodyKnowsEndTheStart() throws Exception {
    assertTrue(told(2, "serve", "--port=80").contains("\"serve --port=80\" is not understood."));
    assertTrue(told(2, "import").contains("is not understood."));
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void aRecordIsToldToBeEmptyUntilADocumentIsImported() throws Exception {
    try (RunningService service = RunningService.start(settings())) {
      assertTrue(service.data("{ meetings { nodes { key } } }").isObject());
      assertTrue(service.log().contains("The record is in the folder " + folder), service.log());
      assertTrue(service.log().contains("and has 0 meetings. A start with CHANCERY_SAMPLE=true"));
      assertTrue(
          service
              .log()
              .contains("Switched off: GraphiQL (CHANCERY_API_GRAPHIQL=true switches it on)"),
          service.log());
      assertTrue(service.page("/").body().contains("Nothing is recorded here yet"));
      assertTrue(service.page("/meetings").body().contains("0 meetings"));
      service.terminate();
    }
    assertTrue(told(0, "import", SAMPLE.toString()).contains("Loaded 27 lines of"));
    try (RunningService service = RunningService.start(settings())) {
      assertEquals(
          5, service.data("{ meetings { totalCount } }").at("/meetings/totalCount").asInt());
      assertTrue(service.log().contains("and has 5 meetings."), service.log());
      assertTrue(!service.page("/").body().contains("Nothing is recorded here yet"));
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void whatIsPipedInIsImportedOrItsFaultsAreTold() throws Exception {
    Path faulty = Files.writeString(folder.resolve("faulty.ndjson"), "{\"type\":\"party\"}\n");
    try (RunningService command =
        RunningService.run(settings(), Redirect.from(faulty.toFile()), "import", "-")) {
      assertEquals(1, command.exitCode());
      assertTrue(command.log().contains("Nothing was loaded"), command.log());
      assertTrue(command.log().contains("line 1: "), command.log());
    }
    try (RunningService command =
        RunningService.run(settings(), Redirect.from(SAMPLE.toFile()), "import", "-")) {
      assertEquals(0, command.exitCode());
    }
    assertTrue(told(1, "import", "nowhere.ndjson").contains("There is no file \"nowhere.ndjson\""));
    assertTrue(told(0, "import", SAMPLE.toString()).contains(": 0 changes."));
  }

  @LongTrial
  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void whatIsExportedIsTheSameAfterItWasImported() throws Exception {
    Path first = folder.resolve("first.ndjson");
    Path second = folder.resolve("second.ndjson");
    assertTrue(told(0, "import", SAMPLE.toString()).contains("Loaded 27 lines of"));
    assertTrue(told(0, "export", first.toString()).contains("Wrote 27 lines to"));
    assertTrue(told(1, "export", first.toString()).contains("already: name a new one."));
    Path history = folder.resolve("history.ndjson");
    assertTrue(told(0, "export", "--history", history.toString()).contains("Wrote 1 revisions"));
    assertTrue(
        told(0, "verify", "--history", history.toString())
            .contains("up to revision 1 with the root"));
    Path key = folder.resolve("proof-key.pem");
    folder = Files.createDirectory(folder.resolve("other"));
    Files.copy(key, folder.resolve("proof-key.pem"));
    assertTrue(told(0, "import", "--history", history.toString()).contains("Loaded 1 revisions"));
    assertTrue(told(0, "export", second.toString()).contains("Wrote 27 lines to"));
    assertEquals(-1, Files.mismatch(first, second));
  }

  @LongTrial
  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void aServiceThatRunsIsGivenDocumentsAndGivesThem() throws Exception {
    Path history = folder.resolve("history.ndjson");
    Path again = folder.resolve("again.ndjson");
    Path partly =
        Files.writeString(
            folder.resolve("partly.ndjson"),
            "{\"type\":\"topic\",\"key\":\"whole\",\"name\":\"Whole\"}\n{\"type\":\"topic\"}\n");
    assertTrue(told(0, "import", SAMPLE.toString()).contains("Loaded 27 lines of"));
    assertTrue(told(0, "export", "--history", history.toString()).contains("Wrote 1 revisions"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(folder.resolve("proof-key.pem"), other.resolve("proof-key.pem"));
    Files.writeString(
        other.resolve("users"),
        RunningService.user("ada", "curator") + "\n" + RunningService.user("ed", "editor") + "\n");
    try (RunningService service = RunningService.start(Map.of("CHANCERY_DATA", other.toString()))) {
      assertTrue(service.data("{ meetings { nodes { key } } }").isObject());
      String url = "http://localhost:" + service.port() + "/";
      Map<String, String> ada = Map.of("CHANCERY_SIGN_IN", "ada:secret");
      Map<String, String> ed = Map.of("CHANCERY_SIGN_IN", "ed:secret");
      String[] all = {"import", "--history", history.toString(), "--to", url};
      assertTrue(told(1, Map.of(), all).contains("Name who sends it in CHANCERY_SIGN_IN"));
      assertTrue(told(1, ed, all).contains("the role \"curator\", which \"ed\" has not"));
      assertTrue(told(0, ada, all).contains("Loaded 1 revisions of"));
      assertEquals(
          5, service.data("{ meetings { totalCount } }").at("/meetings/totalCount").asInt());
      assertTrue(told(1, ada, all).contains("a history goes into an empty one"));

      String[] part = {"import", "--to", url, "--partial", partly.toString()};
      String left = told(0, ed, part);
      assertTrue(left.contains("line 2: "), left);
      assertTrue(left.contains("Loaded 1 lines of"), left);
      String refused = told(1, ed, "import", "--to", url, partly.toString());
      assertTrue(refused.contains("Nothing was loaded"), refused);
      assertTrue(refused.contains("line 2: "), refused);
      assertTrue(
          told(0, Map.of(), "export", "--from", url, again.toString()).contains("Wrote 28 lines"));
      assertTrue(Files.readString(again).contains("\"key\":\"whole\""));
    }
    String nobody = told(1, "import", "--to", "http://localhost:1", partly.toString());
    assertTrue(nobody.contains("Nobody answers at http://localhost:1."), nobody);
    assertTrue(told(1, "export", "--from", "record", "new").contains("is no address"));
    assertTrue(Files.notExists(Path.of("new")));
  }

  @Test
  @EnabledIfSystemProperty(named = "chancery.database", matches = "h2")
  void whatWasChangedByHandIsFoundAndNamed() throws Exception {
    Path kept = folder.resolve("head.txt");
    assertTrue(told(0, "verify").contains("The record has no revision yet."));
    try (RunningService service =
        RunningService.start(
            Map.of("CHANCERY_DATA", folder.toString(), "CHANCERY_SAMPLE", "true"))) {
      Files.writeString(
          kept,
          service
              .data("{ revision(number: 1) { proof { head } } }")
              .at("/revision/proof/head")
              .asText());
      service.terminate();
    }
    assertTrue(
        told(0, "verify", kept.toString())
            .contains("The record is what was signed, up to revision 1 with the root "));
    try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder + "/chancery");
        Statement change = database.createStatement()) {
      change.executeUpdate("update history.topic set name = 'Another' where record_key = 'cop26'");
    }
    String found = told(1, "verify");
    assertTrue(
        found.contains(
            "Revision 1: the rows that it made of the topic \"cop26\" in the history are not what was signed."),
        found);
    assertTrue(told(1, "verify", "nowhere").contains("There is no file \"nowhere\"."));
  }

  private String told(int exitCode, String... arguments) throws Exception {
    return told(exitCode, settings(), arguments);
  }

  private static String told(int exitCode, Map<String, String> settings, String... arguments)
      throws Exception {
    try (RunningService command = RunningService.run(settings, Redirect.PIPE, arguments)) {
      assertEquals(exitCode, command.exitCode(), command.log());
      return command.log();
    }
  }

  private Map<String, String> settings() {
    return Map.of("CHANCERY_DATA", folder.toString());
  }
}
