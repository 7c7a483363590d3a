package org.chancery.packaged;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;

/** A service that is installed shows of itself only what its operator switches on. */
@QuarkusIntegrationTest
@TestProfile(AsInstalled.class)
class SwitchesIT {

  @Test
  void itsSchemaCannotBeAskedFor() {
    JsonNode answer = GraphqlClient.ask("{ __schema { queryType { name } } }");
    assertEquals("GRAPHQL_VALIDATION_FAILED", answer.at("/errors/0/extensions/code").asText());
    assertTrue(answer.at("/errors/0/message").asText().contains("chancery.api.introspection"));
    assertEquals("Query", GraphqlClient.data("{ __typename }").path("__typename").asText());
  }

  @Test
  void whatIsMisspeltTellsNothingOfIt() {
    String answer =
        GraphqlClient.ask(
                "{ meetingz { titel } meetings(filter: { status: { anyOf: [HOLD] } }) { totalCount } }")
            .toString();
    assertTrue(answer.contains("'meetingz' in type 'Query' is undefined"), answer);
    assertFalse(answer.contains("Did you mean") || answer.contains("CANCELLED"), answer);
  }

  @Test
  void neitherTheSchemaNorGraphiqlIsThere() {
    get("/graphql/schema.graphql")
        .then()
        .statusCode(404)
        .body("errors[0].message", containsString("chancery.api.schema"));
    get("/q/graphql-ui/").then().statusCode(404);
  }

  @Test
  void theFirstPageLeadsToNeither() {
    get("/")
        .then()
        .statusCode(200)
        .body(not(containsString("graphql-ui")))
        .body(not(containsString("schema.graphql")))
        .body(containsString("/graphql"));
  }

  @Test
  void queriesAreAnswered() {
    assertEquals(
        5, GraphqlClient.data("{ meetings { totalCount } }").at("/meetings/totalCount").asInt());
  }
}
