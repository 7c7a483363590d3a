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
        Set.of("message", "locations", "path", "extensions"),
        StreamSupport.stream(((Iterable<String>) error::fieldNames).spliterator(), false)
            .collect(Collectors.toSet()));
    assertEquals(2, error.path("extensions").size());
    assertEquals("quotations", error.path("path").path(3).asText());
    assertTrue(logged.all().stream().anyMatch(line -> LogLines.messageOf(line).contains(id)));
    String text = answer.toString().toLowerCase(java.util.Locale.ROOT);
    for (String secret : List.of("select", "exception", "org.", "jdbc", "table", "at java")) {
      assertFalse(text.contains(secret), secret);
    }
  }

  @Test
  void leavesOtherFieldsAlone() {
    JsonNode topics = GraphqlClient.data("{ topics { totalCount } }").path("topics");
    JsonNode answer =
        GraphqlClient.ask(
            "{ meeting(key: \"2021-09-01-wang-kerry\") { statements { nodes { quotations { words } } } } topics { totalCount } }");
    assertTrue(answer.at("/data/meeting").isNull());
    assertEquals(topics, answer.at("/data/topics"));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
