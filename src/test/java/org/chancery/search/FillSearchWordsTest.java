package org.chancery.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.PostgresqlServer;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that was kept before words were is found by them after the service was replaced. */
class FillSearchWordsTest {

  private static final String ROWS =
      """
      insert into party (id, record_key, name, kind, created_at, updated_at, version)
        values ('01a20cc8-0000-7000-8000-000000000001', 'FR', 'République française', 'STATE', timestamp '2021-01-01 00:00:00', timestamp '2021-01-01 00:00:00', 0);
      insert into participant (id, record_key, name, sort_name, same_as, created_at, updated_at, version)
        values ('01a20cc8-0000-7000-8000-000000000002', 'soren', 'Søren Østergaard', 'Østergaard, Søren', array['x'], timestamp '2021-01-01 00:00:00', timestamp '2021-01-01 00:00:00', 0);
      insert into meeting (id, record_key, title, date_edtf, date_earliest, date_latest, date_sort_day, status, format, created_at, updated_at, version)
        values ('01a20cc8-0000-7000-8000-000000000003', 'talks', 'Talks', '2021-01-01', date '2021-01-01', date '2021-01-01', date '2021-01-01', 'HELD', 'PHONE', timestamp '2021-01-01 00:00:00', timestamp '2021-01-01 00:00:00', 0);
      insert into participation (id, meeting_id, meeting_day, participant_id, party_id, position, offices)
        values ('01a20cc8-0000-7000-8000-000000000004', '01a20cc8-0000-7000-8000-000000000003', date '2021-01-01', '01a20cc8-0000-7000-8000-000000000002', '01a20cc8-0000-7000-8000-000000000001', 1, array['Envoy', 'Minister']);
      """;

  /** In a file, as a service that is replaced leaves it. */
  @Test
  void onH2(@TempDir Path folder) throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:file:" + folder.resolve("chancery"));
    upgrade(database, "h2");
    assertEquals(
        List.of("envoy", "francaise", "minister", "ostergaard", "republique", "soren", "talks"),
        select(database, "select distinct word from search_word order by word"));
  }

  @Test
  void onPostgresql() throws IOException, SQLException {
    try (EmbeddedPostgres server = PostgresqlServer.builder().start()) {
      upgrade(server.getPostgresDatabase(), "postgresql");
    }
  }

  private static void upgrade(DataSource database, String vendor) throws SQLException {
    migrate(database, vendor, "2");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String row : ROWS.split(";\n", -1)) {
        if (!row.isBlank()) {
          statement.execute(row);
        }
      }
    }
    migrate(database, vendor, "latest");
    assertEquals(
        List.of(" republique francaise "), select(database, "select search_words from party"));
    assertEquals(
        List.of(" ostergaard soren | soren ostergaard "),
        select(database, "select search_words from participant"));
    assertEquals(
        List.of(" envoy | minister "), select(database, "select search_words from participation"));
  }

  private static void migrate(DataSource database, String vendor, String target) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/record", "classpath:db/migration/" + vendor)
        .javaMigrations(new FillSearchWords())
        .target(target)
        .load()
        .migrate();
  }

  private static List<String> select(DataSource database, String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }
}
