package org.chancery;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the service under test as a client would. */
public final class GraphqlClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GraphqlClient() {}

  /** The whole answer to a query. */
  public static JsonNode ask(String query, @Nullable Object... variables) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      values.put((String) variables[i], variables[i + 1]);
    }
    String answer =
        given()
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
    JsonNode answer = ask(query, variables);
    if (answer.has("errors")) {
      throw new AssertionError(answer.toPrettyString());
    }
    return answer.path("data");
  }
}
