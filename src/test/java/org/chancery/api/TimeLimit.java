package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.Test;

/** A request that takes too long is ended, and so is what it has the database doing. */
abstract class TimeLimit extends SlowRecord {

  @Test
  void endsTheRequestAndItsStatements() throws Exception {
    JsonNode answer = GraphqlClient.ask(SLOW);
    assertFalse(answer.has("data"));
    JsonNode error = answer.at("/errors/0/extensions");
    assertEquals("LIMIT_EXCEEDED", error.path("code").asText());
    assertEquals("milliseconds", error.path("limit").asText());
    assertEquals(2000, error.path("maximum").asInt());
    waitUntilRunning(0);
  }

  @Test
  void peopleAreToldToTryAgain() throws Exception {
    given()
        .accept("text/html")
        .get("/topics")
        .then()
        .statusCode(503)
        .body(containsString("This took longer than a page may"));
    waitUntilRunning(0);
  }

  /** As while another process takes in a document. */
  @Test
  void whoWaitsForAnotherToWriteIsToldSo() throws Exception {
    String mutation =
        "mutation { recordTopic(input: {key: \"waited\", name: \"Waited\"}) { userErrors { message } } }";
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("select id from record_clock for update");
      given()
          .auth()
          .preemptive()
          .basic("editor", "editor")
          .contentType("application/json")
          .body(Map.of("query", mutation))
          .post("/graphql")
          .then()
          .statusCode(503)
          .body("errors[0].extensions.code", equalTo("SERVICE_UNAVAILABLE"))
          .body("errors[0].message", startsWith("Others are writing"));
      other.rollback();
    }
  }

  /** Others are answered after it. */
  @Test
  void slowRequestsLeaveConnectionsForOthers() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertTrue(GraphqlClient.ask(SLOW).has("errors"));
      assertFalse(GraphqlClient.ask("{ parties { totalCount } }").has("errors"));
    }
    waitUntilRunning(0);
  }
}
