package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * H2 keeps a list of constants in a constraint together with the connection that made it: {@code
 * kind in ('A', 'B')} cannot be checked any more once a pool has closed that one.
 */
class TablesOfH2Test {

  private static final String DATABASE = "jdbc:h2:mem:tables";

  @Test
  void constraintsHoldWhenTheConnectionIsClosedThatMadeThem() throws Exception {
    try (Connection later = DriverManager.getConnection(DATABASE);
        Statement statement = later.createStatement()) {
      Flyway.configure()
          .dataSource(DATABASE, "", "")
          .locations("db/migration/record", "db/migration/h2")
          .placeholders(Map.of("revision", "1", "index-prefix", "history."))
          .load()
          .migrate();
      String id = "'01a20cc8-8e83-7010-915e-bb2480871865'";
      assertEquals(
          1,
          statement.executeUpdate(
              "insert into party (id, record_key, name, other_names, other_name_languages, kind, same_as, search_words, created_at, updated_at, version)"
                  + " values (%s, 'a', 'A', array[], array[], 'STATE', array[], '', now(), now(), 0)"
                      .formatted(id)));
      assertEquals(
          0,
          count(
              statement,
              "select count(*) from information_schema.check_constraints where check_clause like '% IN(%'"));
    }
  }

  private static int count(Statement statement, String sql) throws Exception {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
