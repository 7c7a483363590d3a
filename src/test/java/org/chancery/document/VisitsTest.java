package org.chancery.document;

import static org.chancery.GraphqlClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.Documents;
import org.junit.jupiter.api.Test;

/**
 * The example that makes a document of somebody else's list: examples/visits. It needs Python 3,
 * and is passed over where that is not installed.
 */
@QuarkusTest
@TestProfile(VisitsTest.NothingRecorded.class)
class VisitsTest {

  private static final Path EXAMPLE = Path.of("examples/visits");

  @Inject DocumentLoader loader;

  public static class NothingRecorded implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("chancery.test.database", "visits", "chancery.sample", "false");
    }
  }

  @Test
  void aListBecomesADocumentThatAnswers() throws IOException, InterruptedException {
    Path document = Files.createTempFile("visits", ".ndjson");
    assumeTrue(hasPython(), "python3 is not here");
    assertEquals(
        0,
        python(
            document.toFile(),
            EXAMPLE.resolve("visits.py").toString(),
            EXAMPLE.resolve("visits-1950s.xml").toString()));
    assertEquals("271 513 1", load(document));
    assertEquals("271 0 null", load(document));
    Files.delete(document);

    JsonNode who = answer("who").at("/meetingCounts/nodes");
    assertEquals("menzies-au 6", who.at("/0/key").asText() + " " + who.at("/0/count").asInt());
    assertEquals("adenauer-de 5", who.at("/1/key").asText() + " " + who.at("/1/count").asInt());

    List<String> years = new ArrayList<>();
    answer("years")
        .at("/meetingCounts/nodes")
        .forEach(year -> years.add(year.path("key").asText() + " " + year.path("count").asInt()));
    assertEquals(
        List.of(
            "1959 15", "1958 15", "1957 11", "1956 13", "1955 9", "1954 18", "1953 12", "1952 10",
            "1951 13", "1950 5"),
        years);

    List<String> offices = new ArrayList<>();
    answer("offices")
        .at("/participant/participations/nodes")
        .forEach(
            one -> offices.add(one.at("/meeting/date/edtf").asText() + " " + one.path("offices")));
    assertEquals(
        List.of("1958-09-28/1958-10-03 [\"Premier\",\"Prince\"]", "1953-04-17 [\"King\"]"),
        offices);
  }

  /** How it ended. */
  private static int python(File output, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(output)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private String load(Path document) throws IOException {
    try (var lines = Files.newInputStream(document)) {
      DocumentLoader.Loaded loaded = Documents.load(loader, lines);
      return "%d %d %s".formatted(loaded.lines(), loaded.changes(), loaded.revision());
    }
  }

  private static JsonNode answer(String query) throws IOException {
    return data(Files.readString(EXAMPLE.resolve(query + ".graphql")));
  }
}
