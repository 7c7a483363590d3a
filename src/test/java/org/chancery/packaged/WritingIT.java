package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Editors that an operator has named write, and what they wrote is there after a restart. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "h2",
    disabledReason = "the record is in a file on H2 alone")
class WritingIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @Test
  void whatAnEditorWritesIsThereAfterARestartAndThePastToo() throws Exception {
    Files.writeString(
        folder.resolve("users"), line("ada", "editor") + "\n" + line("otto", "reader") + "\n");
    try (RunningService service = start()) {
      assertTrue(service.log().contains("2 may sign in, by the file"), service.log());
      assertEquals(401, ask(service, "ada", "wrong", "{ me { name } }").statusCode());
      assertEquals(401, ask(service, "nobody", "secret", "{ me { name } }").statusCode());
      String record =
          "mutation { recordTopic(input: {name: \\\"Arctic shipping\\\"}) { topic { key } userErrors { message } } }";
      assertEquals(
          "FORBIDDEN",
          read(ask(service, "otto", "secret", record)).at("/errors/0/extensions/code").asText());
      assertEquals(
          "arctic-shipping",
          read(ask(service, "ada", "secret", record)).at("/data/recordTopic/topic/key").asText());
    }
    try (RunningService service = start()) {
      JsonNode found =
          service.data(
              "{ topic(key: \"arctic-shipping\") { name history { nodes { revision { number editor } } } }"
                  + " asOf(revision: 1) { topic(key: \"arctic-shipping\") { name } topics { totalCount } } }");
      assertEquals("Arctic shipping", found.at("/topic/name").asText());
      assertEquals("ada", found.at("/topic/history/nodes/0/revision/editor").asText());
      assertTrue(found.at("/asOf/topic").isNull());
      assertEquals(7, found.at("/asOf/topics/totalCount").asInt());
    }
  }

  private String line(String name, String role) throws Exception {
    Path password = Files.writeString(folder.resolve("password"), "secret\n");
    try (RunningService command =
        RunningService.run(Map.of(), Redirect.from(password.toFile()), "user", "add", name, role)) {
      assertEquals(0, command.exitCode(), command.log());
      String printed = command.log();
      return printed
          .lines()
          .filter(line -> line.startsWith(name + ":$2"))
          .findFirst()
          .orElseThrow(() -> new AssertionError(printed));
    }
  }

  private RunningService start() throws Exception {
    RunningService service =
        RunningService.start(Map.of("CHANCERY_DATA", folder.toString(), "CHANCERY_SAMPLE", "true"));
    service.data("{ __typename }");
    return service;
  }

  private static HttpResponse<String> ask(
      RunningService service, String name, String password, String query) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(
                                (name + ":" + password).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                .build(),
            BodyHandlers.ofString());
  }

  private static JsonNode read(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }
}
