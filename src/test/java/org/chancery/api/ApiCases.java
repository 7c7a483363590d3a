package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends each {@code .graphql} file below {@code src/test/resources/api} and expects the {@code
 * .json} beside it, with the variables of a {@code .variables.json} where there is one. A new case
 * is two new files.
 */
public abstract class ApiCases {

  private static final Path CASES = Path.of("src/test/resources/api");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Their names. */
  public static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .map(file -> CASES.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".graphql"))
          .map(name -> name.substring(0, name.length() - ".graphql".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isAnsweredAsExpected(String name) throws IOException {
    assertEquals(expected(name).toPrettyString(), JSON.readTree(ask(name)).toPrettyString());
  }

  /** The answer that a case expects. */
  public static JsonNode expected(String name) throws IOException {
    return JSON.readTree(CASES.resolve(name + ".json").toFile());
  }

  static String ask(String name) throws IOException {
    return given()
        .contentType("application/json")
        .body(requestOf(name).toString())
        .post("/graphql")
        .then()
        .statusCode(200)
        .extract()
        .body()
        .asString();
  }

  /** The request that a case sends. */
  public static ObjectNode requestOf(String name) throws IOException {
    ObjectNode request = JSON.createObjectNode();
    request.put("query", Files.readString(CASES.resolve(name + ".graphql")));
    Path variables = CASES.resolve(name + ".variables.json");
    if (Files.exists(variables)) {
      request.set("variables", JSON.readTree(variables.toFile()));
    }
    return request;
  }
}
