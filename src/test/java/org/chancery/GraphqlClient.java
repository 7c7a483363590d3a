package org.chancery;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the service under test as a client would. */
public final class GraphqlClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GraphqlClient() {}

  /** The whole answer to a query of nobody in particular. */
  public static JsonNode ask(String query, @Nullable Object... variables) {
    return read(given(), query, variables);
  }

  /** The data of an answer to the editor that tests have, which has to be without errors. */
  public static JsonNode edited(String mutation, @Nullable Object... variables) {
    return data(askAsEditor(mutation, variables));
  }

  /** The whole answer to the editor that tests have. */
  public static JsonNode askAsEditor(String mutation, @Nullable Object... variables) {
    return read(given().auth().preemptive().basic("editor", "editor"), mutation, variables);
  }

  /** The whole answer to whoever the request is prepared for. */
  private static JsonNode read(
      RequestSpecification request, String query, @Nullable Object... variables) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      values.put((String) variables[i], variables[i + 1]);
    }
    String answer =
        request
            .contentType("application/json")
            .body(Map.of("query", query, "variables", values))
            .post("/graphql")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException failure) {
      throw new AssertionError(answer, failure);
    }
  }

  /** The data of an answer that has to be without errors. */
  public static JsonNode data(String query, @Nullable Object... variables) {
    return data(ask(query, variables));
  }

  private static JsonNode data(JsonNode answer) {
    if (answer.has("errors")) {
      throw new AssertionError(answer.toPrettyString());
    }
    return answer.path("data");
  }
}
