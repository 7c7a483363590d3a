package org.chancery.address;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found at the address of a thing: each {@code .jsonld} file is what its path answers. */
@QuarkusTest
class AddressTest {

  private static final Path CASES = Path.of("src/test/resources/addresses");
  private static final String BASE = "https://record.example";
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> paths() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .map(file -> "/" + CASES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".jsonld"))
          .map(name -> name.replace(".jsonld", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void answersJsonLd(String path) throws IOException {
    String answer =
        given()
            .accept("application/ld+json")
            .get(path)
            .then()
            .statusCode(200)
            .contentType(startsWith("application/ld+json"))
            .header("ETag", startsWith("W/"))
            .extract()
            .asString();
    assertEquals(
        JSON.readTree(CASES.resolve(path.substring(1) + ".jsonld").toFile()).toPrettyString(),
        JSON.readTree(answer).toPrettyString());
  }

  /** A JSON-LD processor drops what it has no meaning for: here it drops nothing. */
  @ParameterizedTest
  @MethodSource("paths")
  void everyMemberHasAMeaning(String path) throws IOException, JsonLdError {
    String document = Files.readString(CASES.resolve(path.substring(1) + ".jsonld"));
    JsonArray expanded =
        com.apicatalog.jsonld.JsonLd.expand(JsonDocument.of(new StringReader(document)))
            .base(BASE + path)
            .get();
    assertEquals(1, expanded.size());
    assertEquals(BASE + path, expanded.getJsonObject(0).getString("@id"));
    assertTrue(
        expanded.getJsonObject(0).getJsonArray("@type").toString().contains("https://schema.org/"));
    assertEquals(textsOf(JSON.readTree(document)), textsOf(JSON.readTree(expanded.toString())));
  }

  /** How many texts a document has, its context aside. */
  private static long textsOf(JsonNode node) {
    if (node.isTextual()) {
      return node.asText().contains("/") ? 0 : 1;
    }
    long texts = 0;
    for (var member : node.properties()) {
      texts +=
          member.getKey().startsWith("@") && !member.getKey().equals("@value")
              ? 0
              : textsOf(member.getValue());
    }
    if (node.isArray()) {
      for (JsonNode item : node) {
        texts += textsOf(item);
      }
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void aBrowserIsShownAPage(String slash) {
    given()
        .redirects()
        .follow(false)
        .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .get("/statements/2021-09-01-wang-kerry-press-11" + slash)
        .then()
        .statusCode(200)
        .header("Vary", containsString("ccept"))
        .contentType("text/html")
        .body(containsString("oasis"))
        .body(containsString("href=\"" + (slash.isEmpty() ? "../" : "../../") + "participants/"));
  }

  /** The page's query is one that the API answers. */
  @ParameterizedTest
  @CsvSource({
    "MEETING, 2021-09-02-han-kerry",
    "EVENT, 2021-tianjin-climate-talks",
    "PARTICIPANT, wang-yi",
    "ACCOUNT, 2021-09-02-han-kerry-us",
    "STATEMENT, 2021-09-01-wang-kerry-press-11"
  })
  void thePagesQueryIsAnswered(AddressedKind kind, String key) {
    assertFalse(GraphqlClient.data(kind.example(key)).path(kind.field()).isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "/meetings/nothing",
    "/statements/no%20key",
    "/participants/%00",
    "/accounts/%22%7D",
    "/events/2021-09-02-han-kerry"
  })
  void whatTheRecordDoesNotHaveIsNotThere(String path) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(404)
        .body("error", startsWith("There is no "));
  }

  @Test
  void theSchemaGivesTheAddress() {
    assertEquals(
        "/meetings/2021-09-02-han-kerry",
        GraphqlClient.data("{ meeting(key: \"2021-09-02-han-kerry\") { url } }")
            .at("/meeting/url")
            .asText());
    given()
        .get("/meetings/2021-09-02-han-kerry")
        .then()
        .body("name", equalTo("Han Zheng and John Kerry"));
  }
}
