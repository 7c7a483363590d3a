package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;

/** An answer that comes to more objects than its cost let expect is not given. */
@QuarkusTest
@TestProfile(UnreadAnswersTest.RoomForFew.class)
class ObjectsLimitTest {

  @Test
  void objects() {
    // The connection, its 31 statements, the account of each of the first: 40 in all.
    String query =
        "{ statements(first: 31) { nodes { key } } b: statements(first: 7) { nodes { key } } %s }";
    assertFalse(GraphqlClient.ask(query.formatted("")).has("errors"));
    JsonNode answer =
        GraphqlClient.ask(query.formatted("meeting(key: \"2021-09-01-wang-kerry\") { key }"));
    assertFalse(answer.has("data"));
    JsonNode error = answer.at("/errors/0/extensions");
    assertEquals("LIMIT_EXCEEDED", error.path("code").asText());
    assertEquals("objects in the answer", error.path("limit").asText());
    assertEquals(40, error.path("maximum").asInt());
    assertEquals(41, error.path("size").asInt());
  }

  @Test
  void noHalfOfItIsGivenEither() {
    given()
        .contentType("application/json")
        .accept("application/graphql-response+json")
        .body(
            Map.of(
                "query",
                "{ parties { totalCount } statements(first: 31) { nodes { account { key } } } }"))
        .post("/graphql")
        .then()
        .statusCode(400)
        .body("size()", equalTo(1));
  }
}
