package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests in a record whose topics take minutes to read; on PostgreSQL, where nothing else is said.
 */
abstract class SlowRecord {

  static final String SLOW = "{ topics { nodes { key } } parties { totalCount } }";

  @Inject DataSource database;

  @TestHTTPResource("/graphql")
  URI endpoint;

  /** Puts a view that takes minutes in the place of the topics. */
  String slowTopics() {
    return "create view topic as select t.* from topic_itself t, (select pg_sleep(120)) s";
  }

  /** Counts the statements that the database has running and that read topics. */
  String runningStatements() {
    return "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like '%topic%'";
  }

  @BeforeEach
  void makeTopicsSlow() throws SQLException {
    execute("alter table topic rename to topic_itself", slowTopics());
  }

  @AfterEach
  void makeThemFastAgain() throws SQLException {
    execute("drop view topic", "alter table topic_itself rename to topic");
    assertFalse(GraphqlClient.ask(SLOW).has("errors"));
  }

  void waitUntilRunning(int statements) throws Exception {
    waitUntilCounted(statements, runningStatements());
  }

  void waitUntilCounted(int expected, String query) throws Exception {
    for (int i = 0; i < 400; i++) {
      if (count(query) == expected) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(query + ": " + count(query));
  }

  private int count(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
