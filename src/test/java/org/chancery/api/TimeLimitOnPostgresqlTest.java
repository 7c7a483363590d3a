package org.chancery.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.Statement;
import org.chancery.ShortOfTimeOnPostgresql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ShortOfTimeOnPostgresql.class)
class TimeLimitOnPostgresqlTest extends TimeLimit {

  @ParameterizedTest
  @ValueSource(strings = {"/record/head", "/record/tile/0/000.p/1", "/record/tile/entries/000.p/1"})
  void theLogIsNotWaitedForAnyLonger(String path) throws Exception {
    try (Connection other = database.getConnection();
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("lock table revision_proof, proof_node in access exclusive mode");
      given().get(path).then().statusCode(503).body(containsString("Try again in a moment"));
      waitUntilCounted(0, "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
      other.rollback();
    }
    given().get(path).then().statusCode(200);
  }
}
