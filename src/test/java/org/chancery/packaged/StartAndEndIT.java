package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chancery.LongTrial;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service is started, ended and killed, and keeps its record. */
@DisabledIfSystemProperty(
    named = "chancery.database",
    matches = "postgresql",
    disabledReason = "these are about the H2 file")
class StartAndEndIT {

  private static final String ALL =
      "{ meetings { totalCount } statements(first: 100) { totalCount nodes { key text } } }";
  private static final Path OASIS =
      Path.of("src/test/resources/api/meeting/whose-word-is-oasis.graphql");

  @TempDir Path folder;

  @Test
  void theRecordSurvivesARestart() throws Exception {
    JsonNode before;
    try (RunningService first = start("CHANCERY_SAMPLE", "true")) {
      before = first.data(ALL);
      assertEquals(5, before.at("/meetings/totalCount").asInt());
      first.terminate();
    }
    try (RunningService second = start("CHANCERY_SAMPLE", "true")) {
      assertEquals(before, second.data(ALL));
    }
  }

  /** More than once: what is lost, where it is, depends on the moment of the kill. */
  @RepeatedTest(3)
  void theRecordSurvivesAKill(RepetitionInfo repetition) throws Exception {
    assumeTrue(repetition.getCurrentRepetition() == 1 || LongTrial.Asked.forAll());
    JsonNode before;
    try (RunningService first = start("CHANCERY_SAMPLE", "true")) {
      before = first.data(ALL);
      assertEquals(5, before.at("/meetings/totalCount").asInt());
      first.kill();
    }
    try (RunningService second = start("CHANCERY_SAMPLE", "false")) {
      assertEquals(before, second.data(ALL));
    }
  }

  @Test
  void withoutTheSampleTheRecordIsEmpty() throws Exception {
    try (RunningService service = start("CHANCERY_SAMPLE", "false")) {
      assertEquals(0, service.data(ALL).at("/meetings/totalCount").asInt());
    }
  }

  @Test
  void aSecondInstanceOnTheSameFileSaysSoAndEnds() throws Exception {
    try (RunningService first = start("CHANCERY_SAMPLE", "true");
        RunningService second = startAfter(first)) {
      assertEquals(1, second.exitCode());
      assertSaysOnly(
          second,
          "Chancery did not start. Another program, perhaps another Chancery, has the record in the folder \""
              + folder
              + "\" open: stop it, or set CHANCERY_DATA to another folder.");
      assertEquals(5, first.data(ALL).at("/meetings/totalCount").asInt());
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");
    try (RunningService service =
        RunningService.start(Map.of("CHANCERY_DATA", file.resolve("data").toString()))) {
      assertEquals(1, service.exitCode());
      assertSaysOnly(
          service,
          "Chancery did not start. The data folder \""
              + file.resolve("data")
              + "\" cannot be written: make it writable, or set CHANCERY_DATA to another folder.");
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    int port = RunningService.freePort();
    try (RunningService first =
        RunningService.start(port, Map.of("CHANCERY_DATA", folder.resolve("one").toString()))) {
      first.data("{ meetings { totalCount } }");
      try (RunningService second =
          RunningService.start(port, Map.of("CHANCERY_DATA", folder.resolve("two").toString()))) {
        assertEquals(1, second.exitCode());
        assertSaysOnly(
            second,
            "Chancery did not start. Port "
                + port
                + " is in use: stop what uses it, or set QUARKUS_HTTP_PORT to another.");
      }
    }
  }

  /**
   * No figure is asserted: machines differ, and are noisy. Those of the jar are without the JVM's
   * second compiler; bench/startup measures as operators run it.
   */
  @Test
  void startTimeAndMemoryAreTold() throws Exception {
    tell("with the sample, on a new file");
    tell("on an existing file");
  }

  private void tell(String how) throws Exception {
    try (RunningService service = start("CHANCERY_SAMPLE", "true")) {
      assertTrue(service.data(Files.readString(OASIS)).toString().contains("oasis"));
      long milliseconds = service.millisecondsSinceStart();
      System.out.printf(
          "[%s] first right answer after %d ms, %d MB resident (%s)%n",
          RunningService.kind(), milliseconds, service.residentMegabytes(), how);
      assertNotEquals(0, milliseconds);
      service.terminate();
    }
  }

  private RunningService start(String name, String value) throws IOException {
    return RunningService.start(Map.of("CHANCERY_DATA", folder.toString(), name, value));
  }

  private RunningService startAfter(RunningService first) throws IOException, InterruptedException {
    first.data(ALL);
    return start("CHANCERY_SAMPLE", "true");
  }

  private static void assertSaysOnly(RunningService service, String sentence) throws IOException {
    String log = service.log();
    assertTrue(log.contains(sentence), log);
    assertFalse(log.contains("\tat "), log);
    assertFalse(log.contains("Exception"), log);
  }
}
