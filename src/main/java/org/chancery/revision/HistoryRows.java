package org.chancery.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table of the schema {@code history} as a history has them. */
final class HistoryRows implements AutoCloseable {

  private static final int AT_ONCE = 500;

  private static final String BEGIN = "revision_number";

  private final HistoryTable table;
  private final Map<String, ColumnType> types = new LinkedHashMap<>();
  private final PreparedStatement insert;
  private final PreparedStatement end;
  private int begun;
  private int ended;

  HistoryRows(Connection connection, HistoryTable table) throws SQLException {
    this.table = table;
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery(
                "select * from history.%s where 1 = 0".formatted(table.name()))) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        types.put(
            columns.getColumnName(i).toLowerCase(Locale.ROOT),
            ColumnType.of(columns.getColumnTypeName(i)));
      }
    }
    this.insert =
        connection.prepareStatement(
            "insert into history.%s (%s) values (%s)"
                .formatted(
                    table.name(),
                    String.join(", ", types.keySet()),
                    types.keySet().stream().map(any -> "?").collect(Collectors.joining(", "))));
    this.end =
        connection.prepareStatement(
            "update history.%s set until_revision = ? where until_revision is null and %s = ? and %s"
                .formatted(
                    table.name(),
                    BEGIN,
                    table.keyColumns().stream()
                        .map(column -> column + " = ?")
                        .collect(Collectors.joining(" and "))));
  }

  /** Of all tables of the record, by name, those that name others behind them. */
  static Map<String, HistoryTable> tables() {
    Map<String, HistoryTable> tables = new LinkedHashMap<>();
    for (ThingKind kind : ThingKind.values()) {
      HistoryTable.ofLines(kind).forEach(table -> tables.put(table.name(), table));
    }
    HistoryTable.OF_STATEMENTS.forEach(table -> tables.put(table.name(), table));
    return tables;
  }

  /**
   * Writes a row that a revision began.
   *
   * @throws IllegalArgumentException where it has a column that there is not, or a value that
   *     cannot be one
   */
  void begin(JsonNode columns) throws SQLException {
    List<String> unknown = new ArrayList<>();
    columns.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(types.keySet());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("has the column \"%s\"".formatted(unknown.get(0)));
    }
    int at = 1;
    for (Map.Entry<String, ColumnType> column : types.entrySet()) {
      column.getValue().set(insert, at++, columns.path(column.getKey()));
    }
    insert.addBatch();
    if (++begun % AT_ONCE == 0) {
      flush();
    }
  }

  /** Ends a row that an earlier revision began. */
  void end(JsonNode key, int revision) throws SQLException {
    if (begun % AT_ONCE != 0) {
      insert.executeBatch();
      begun = 0;
    }
    end.setInt(1, revision);
    ColumnType.NUMBER.set(end, 2, key.path(BEGIN));
    int at = 3;
    for (String column : table.keyColumns()) {
      Objects.requireNonNull(types.get(column)).set(end, at++, key.path(column));
    }
    end.addBatch();
    if (++ended % AT_ONCE == 0) {
      flush();
    }
  }

  private void flush() throws SQLException {
    insert.executeBatch();
    end.executeBatch();
  }

  /** Writes what is held in memory. */
  @Override
  public void close() throws SQLException {
    try (insert;
        end) {
      flush();
    }
  }

  static @Nullable UUID uuid(JsonNode value) {
    return value.isTextual() ? UUID.fromString(value.textValue()) : null;
  }
}
