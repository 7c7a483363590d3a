package org.chancery.editing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.chancery.SampleToEditOnPostgresql;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleToEditOnPostgresql.class)
class EditingOnPostgresqlTest extends Editing {

  /** Between the end of a mutation and the answer to its COMMIT. */
  @Test
  void whereTheDatabaseGoesAwayInACommitNobodyIsToldThatNothingWasDone() throws Exception {
    run(
        "create function go_away() returns trigger language plpgsql as 'begin perform pg_terminate_backend(pg_backend_pid()); return null; end'");
    run(
        "create constraint trigger goes_away after insert on topic deferrable initially deferred for each row execute function go_away()");
    try {
      Response answer =
          given()
              .auth()
              .preemptive()
              .basic("editor", "editor")
              .contentType("application/json")
              .body(
                  Map.of(
                      "query",
                      "mutation { recordTopic(input: {key: \"gone-away\", name: \"Gone\"}) { userErrors { message } } }"))
              .post("/graphql");
      assertEquals(503, answer.statusCode(), answer.asString());
      assertTrue(
          answer.path("errors[0].message").toString().contains("whether it was is not known"),
          answer.asString());
    } finally {
      run("drop trigger goes_away on topic");
      run("drop function go_away()");
    }
  }
}
