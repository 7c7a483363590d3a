package org.chancery.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/** Gives the rows that were there before words were kept the words that they are found by. */
final class FillSearchWords implements JavaMigration {

  /** The tables, each with the columns that its words come from. */
  private static final List<List<String>> TABLES =
      List.of(
          List.of("party", "name"),
          List.of("topic", "name"),
          List.of("participant", "sort_name", "name"),
          List.of("event", "title"),
          List.of("meeting", "title"),
          List.of("participation", "offices"),
          List.of("statement", "text"));

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("5");
  }

  @Override
  public String getDescription() {
    return "fill search words";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    boolean onH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    for (List<String> table : TABLES) {
      fill(connection, table.get(0), table.subList(1, table.size()), onH2);
    }
  }

  private static void fill(Connection connection, String table, List<String> columns, boolean onH2)
      throws SQLException {
    try (Statement rows = connection.createStatement();
        ResultSet row =
            rows.executeQuery("select id, " + String.join(", ", columns) + " from " + table);
        PreparedStatement update =
            connection.prepareStatement("update " + table + " set search_words = ? where id = ?")) {
      while (row.next()) {
        UUID id = row.getObject(1, UUID.class);
        String words = Words.of(textsOf(row, columns.size()));
        update.setString(1, words);
        update.setObject(2, id);
        update.executeUpdate();
        if (onH2) {
          WordIndex.insert(connection, id, words);
        }
      }
    }
  }

  private static @Nullable String[] textsOf(ResultSet row, int columns) throws SQLException {
    Stream.Builder<@Nullable String> texts = Stream.builder();
    for (int i = 0; i < columns; i++) {
      Object value = row.getObject(i + 2);
      if (value instanceof Array array) {
        for (Object one : (Object[]) array.getArray()) {
          texts.add((String) one);
        }
      } else {
        texts.add((String) value);
      }
    }
    return texts.build().toArray(String[]::new);
  }
}
