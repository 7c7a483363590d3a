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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.chancery.GraphqlClient;
import org.chancery.graphql.observability.StatementCounter;
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

  private int written;

  @AfterEach
  void letGo() {
    BetweenTwoLoads.WORK.set(null);
  }

  @Test
  void anAnswerIsOfOneMoment() {
    JsonNode before = ask();
    BetweenTwoLoads.STATEMENTS.set(0);
    // On a thread of its own: on the request's it would belong to its transaction.
    BetweenTwoLoads.WORK.set(() -> CompletableFuture.runAsync(this::write).join());
    JsonNode meanwhile = ask();
    BetweenTwoLoads.WORK.set(null);

    assertEquals(2, written);
    assertTrue(BetweenTwoLoads.STATEMENTS.get() >= 4);
    assertEquals(before, meanwhile);
    JsonNode after = ask();
    for (String things : List.of("topics", "parties")) {
      assertEquals(
          before.path(things).path("totalCount").asInt() + 1,
          after.path(things).path("totalCount").asInt());
    }
  }

  /** Of two tables that nothing joins, so that one is first read after the other was written. */
  private static JsonNode ask() {
    return GraphqlClient.data(
        "{ topics(first: 100) { nodes { key } totalCount } parties(first: 100) { nodes { key } totalCount } }");
  }

  private void write() {
    write("topic", "", "");
    write("party", ", kind", ", 'STATE'");
  }

  private void write(String table, String columns, String values) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into %s (id, record_key, name, other_names, other_name_languages, same_as, search_words,
                  created_at, updated_at, version%s)
                select ?, 'meanwhile', 'Meanwhile', other_names, other_name_languages, same_as, ' meanwhile ',
                  created_at, updated_at, 0%s
                from topic where record_key = 'cop26'
                """
                    .formatted(table, columns, values))) {
      insert.setObject(1, UUID.randomUUID());
      written += insert.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
