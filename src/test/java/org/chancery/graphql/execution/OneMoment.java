package org.chancery.graphql.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.chancery.EachStatement;
import org.chancery.GraphqlClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written while a request is answered is not in its answer, not even in a part of it. */
abstract class OneMoment {

  @Inject DataSource database;

  private int written;

  @AfterEach
  void watchNoLonger() {
    EachStatement.letGo();
  }

  @Test
  void anAnswerIsOfOneMoment() {
    JsonNode before = ask();
    EachStatement.watch(
        (number, sql) -> {
          if (number == 2) {
            // On a thread of its own: on the request's it would belong to its transaction.
            CompletableFuture.runAsync(this::write).join();
          }
          return sql;
        });
    JsonNode meanwhile = ask();

    assertTrue(EachStatement.letGo() >= 4);
    assertEquals(2, written);
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
