package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.LongTrial;
import org.chancery.TokenProvider;
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

  private static final String RECORD =
      "mutation { recordTopic(input: {name: \\\"气候变化\\\"}) { topic { id key } userErrors { message } } }";

  @TempDir Path folder;

  @Test
  void whatAnEditorWritesIsThereAfterARestartAndThePastToo() throws Exception {
    Files.writeString(
        folder.resolve("users"),
        RunningService.user("ada", "editor") + "\n" + RunningService.user("otto", "reader") + "\n");
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

  @LongTrial
  @Test
  void whatWasErasedIsNoMoreInTheFile() throws Exception {
    Files.writeString(folder.resolve("users"), RunningService.user("ada", "curator") + "\n");
    String record =
        "mutation { recordTopic(input: {key: \\\"one\\\", name: \\\"Zyxoqvian affairs\\\"}) { userErrors { message } } }";
    String erase =
        "mutation { erase(kind: TOPIC, key: \\\"one\\\", reason: \\\"By order of a court\\\") { userErrors { message } } }";
    try (RunningService service = start()) {
      assertEquals(
          0, read(ask(service, "ada", "secret", record)).at("/data/recordTopic/userErrors").size());
    }
    assertFalse(with("Zyxoqvian").isEmpty());
    try (RunningService service = start()) {
      assertEquals(
          0, read(ask(service, "ada", "secret", erase)).at("/data/erase/userErrors").size());
      service.terminate();
    }
    assertEquals(List.of(), with("Zyxoqvian"));
    assertEquals(List.of(), with("zyxoqvian"));
    try (RunningService service = start()) {
      assertEquals(
          "[erased]", service.data("{ topic(key: \"one\") { name } }").at("/topic/name").asText());
    }
  }

  /** The files of the service that have these letters. */
  private List<Path> with(String letters) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(letters)) {
          found.add(file.getFileName());
        }
      }
    }
    return found;
  }

  @Test
  void whatAnEditorWithATokenSendsIsCarriedOutOnceAlsoAfterARestart() throws Exception {
    TokenProvider provider = new TokenProvider();
    Map<String, String> settings =
        Map.of(
            "CHANCERY_DATA",
            folder.toString(),
            "CHANCERY_SAMPLE",
            "true",
            "CHANCERY_OIDC_ISSUER",
            provider.issuer(),
            "CHANCERY_OIDC_ROLES_CLAIM",
            "realm_access.roles");
    String token = "Bearer " + provider.token(Map.of());
    String answer;
    try (RunningService service = RunningService.start(settings)) {
      service.data("{ __typename }");
      assertEquals(
          "ada", read(send(service, token, "{ me { name } }")).at("/data/me/name").asText());
      answer = send(service, token, RECORD).body();
      assertEquals(
          "qi-hou-bian-hua", JSON.readTree(answer).at("/data/recordTopic/topic/key").asText());
    }
    try (RunningService service = RunningService.start(settings)) {
      service.data("{ __typename }");
      assertEquals(answer, send(service, token, RECORD).body());
      assertEquals(422, send(service, token, RECORD.replace("化", "法")).statusCode());
      JsonNode history =
          service.data(
              "{ revisions { totalCount } topic(key: \"qi-hou-bian-hua\") { history { nodes { differences { path after words { text } } } } } }");
      assertEquals(2, history.at("/revisions/totalCount").asInt());
    } finally {
      provider.stop();
    }
  }

  /** The walk of the README, on a service that has nothing yet. */
  @Test
  void aNewcomerRecordsAFirstMeeting() throws Exception {
    Files.writeString(folder.resolve("users"), RunningService.user("ada", "editor") + "\n");
    try (RunningService service =
        RunningService.start(
            Map.of("CHANCERY_DATA", folder.toString(), "CHANCERY_SAMPLE", "false"))) {
      service.data("{ __typename }");
      Process walk =
          new ProcessBuilder(
                  "bash",
                  "examples/first-meeting/walk",
                  "http://localhost:" + service.port(),
                  "ada:secret")
              .redirectErrorStream(true)
              .start();
      String printed = new String(walk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, walk.waitFor(), printed);
      assertTrue(printed.contains("\"revision\":{\"number\":1,\"editor\":\"ada\"}"), printed);
      assertTrue(printed.contains("\"agreement\":\"DISPUTED\""), printed);
      assertTrue(printed.contains("\"omittedBy\":[{\"side\":{\"name\":\"Southland\"}}]"), printed);
    }
  }

  /** As an archivist takes a record elsewhere. */
  @Test
  void theRecordGoesToAnotherServiceAsItWas() throws Exception {
    Files.writeString(folder.resolve("users"), RunningService.user("ada", "editor") + "\n");
    try (RunningService service = start()) {
      HttpResponse<String> record = record(service, "GET", "?asOf=1", "");
      assertEquals(200, record.statusCode());
      assertEquals(27, record.body().lines().count());
      String topic = "{\"type\":\"topic\",\"key\":\"more\",\"name\":\"More\"}";
      JsonNode sent = read(record(service, "POST", "", topic));
      assertEquals(2, sent.path("revision").asInt(), sent.toString());
      assertEquals(422, record(service, "POST", "", topic + "\n{}").statusCode());
      HttpResponse<String> merge =
          record(
              service,
              "POST",
              "",
              "{\"type\":\"withdrawal\",\"of\":\"topic\",\"key\":\"more\",\"into\":\"cop26\"}");
      assertEquals(422, merge.statusCode());
      assertTrue(merge.body().contains("Only curators merge"), merge.body());
      assertEquals(record.body(), record(service, "GET", "?asOf=1", "").body());
      assertEquals(28, record(service, "GET", "", "").body().lines().count());
    }
  }

  private static HttpResponse<String> record(
      RunningService service, String method, String parameters, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + service.port() + "/record" + parameters))
                .header("Content-Type", "application/x-ndjson")
                .header("Authorization", basic("ada", "secret"))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
  }

  private RunningService start() throws Exception {
    RunningService service =
        RunningService.start(Map.of("CHANCERY_DATA", folder.toString(), "CHANCERY_SAMPLE", "true"));
    service.data("{ __typename }");
    return service;
  }

  private static HttpResponse<String> ask(
      RunningService service, String name, String password, String query) throws Exception {
    return send(service, basic(name, password), query);
  }

  private static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> send(
      RunningService service, String authorization, String query) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .header("Idempotency-Key", Integer.toHexString(query.length()))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                .build(),
            BodyHandlers.ofString());
  }

  private static JsonNode read(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }
}
