package org.chancery.graphql.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.chancery.GraphqlClient;
import org.chancery.graphql.insight.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written while a request is answered is not in its answer, not even in a part of it. */
abstract class OneMoment {

  /** Does something before a request's second SQL statement. */
  @Alternative
  @Priority(1)
  @PersistenceUnitExtension
  static class BetweenTwoLoads extends StatementCounter {

    static final AtomicReference<@Nullable Runnable> WORK = new AtomicReference<>();
    static final AtomicInteger STATEMENTS = new AtomicInteger();

    @Override
    public String inspect(String sql) {
      Runnable work = WORK.get();
      if (work != null && STATEMENTS.incrementAndGet() == 2) {
        work.run();
      }
      return super.inspect(sql);
    }
  }

  @Inject DataSource database;

  private volatile int written;

  @AfterEach
  void letGo() {
    BetweenTwoLoads.WORK.set(null);
  }

  @Test
  void anAnswerIsOfOneMoment() {
    int before = topics().path("nodes").size();
    BetweenTwoLoads.STATEMENTS.set(0);
    // On a thread of its own: on the request's it would belong to its transaction.
    BetweenTwoLoads.WORK.set(() -> CompletableFuture.runAsync(this::write).join());
    JsonNode meanwhile = topics();
    BetweenTwoLoads.WORK.set(null);

    assertEquals(1, written);
    assertTrue(BetweenTwoLoads.STATEMENTS.get() >= 2);
    assertEquals(before, meanwhile.path("nodes").size());
    assertEquals(before, meanwhile.path("totalCount").asInt());
    assertEquals(before + 1, topics().path("totalCount").asInt());
  }

  private static JsonNode topics() {
    return GraphqlClient.data("{ topics(first: 100) { nodes { key } totalCount } }").path("topics");
  }

  private void write() {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into topic (id, record_key, name, search_words, created_at, updated_at, version)"
                    + " values (?, ?, 'Meanwhile', ' meanwhile ', current_timestamp, current_timestamp, 0)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, "meanwhile-" + written);
      written = insert.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
