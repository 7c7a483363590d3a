package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
