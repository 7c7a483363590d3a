package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.chancery.GraphqlClient;
import org.chancery.LogLines;
import org.chancery.ScratchOnH2;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fault of the service is answered with an id that the log has too, and with nothing else. */
@QuarkusTest
@TestProfile(ScratchOnH2.class)
class OurFaultTest {

  private LogLines logged;

  @Inject DataSource database;

  @BeforeEach
  void breakTheDatabase() throws SQLException {
    logged = new LogLines("org.chancery.graphql.errors.Errors");
    run("alter table quotation rename to quotation_elsewhere");
  }

  @AfterEach
  void mendTheDatabase() throws SQLException {
    run("alter table quotation_elsewhere rename to quotation");
    logged.close();
  }

  @Test
  void hasAnIdThatTheLogHasToo() {
    JsonNode answer =
        GraphqlClient.ask(
            "{ statements(first: 2) { nodes { quotations { words } } } topics { totalCount } }");
    JsonNode error = answer.at("/errors/0");
    String id = error.at("/extensions/errorId").asText();

    assertEquals("INTERNAL_SERVER_ERROR", error.at("/extensions/code").asText());
    assertEquals(
        "The service could not answer this. Try again; if it goes on, report the error id "
            + id
            + ".",
        error.path("message").asText());
    assertEquals(
        Set.of("message", "extensions"),
        StreamSupport.stream(((Iterable<String>) error::fieldNames).spliterator(), false)
            .collect(Collectors.toSet()));
    assertEquals(2, error.path("extensions").size());
    assertTrue(logged.all().stream().anyMatch(line -> LogLines.messageOf(line).contains(id)));
    String text = answer.toString().toLowerCase(java.util.Locale.ROOT);
    for (String secret : List.of("select", "exception", "org.", "jdbc", "table", "at java")) {
      assertFalse(text.contains(secret), secret);
    }
  }

  /**
   * What the database cannot tell is said once: where a statement failed, PostgreSQL answers no
   * other of the same snapshot.
   */
  @Test
  void isToldOnceForTheWholeAnswer() {
    JsonNode answer =
        GraphqlClient.ask(
            "{ statements(first: 9) { nodes { quotations { words } } } topics { totalCount } }");
    assertFalse(answer.has("data"), answer::toString);
    assertEquals(1, answer.path("errors").size());
    assertEquals(1, logged.all().size());
    assertFalse(
        GraphqlClient.data("{ topics { totalCount } }").path("topics").path("totalCount").isNull());
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
