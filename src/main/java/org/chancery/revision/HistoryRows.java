package org.chancery.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Writes rows of one table of the schema {@code history} as a history has them. */
final class HistoryRows implements AutoCloseable {

  private static final int AT_ONCE = 500;

  private static final String BEGIN = "revision_number";

  private final Connection connection;
  private final HistoryTable table;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final PreparedStatement insert;
  private final PreparedStatement end;
  private int begun;
  private int ended;

  HistoryRows(Connection connection, HistoryTable table) throws SQLException {
    this.connection = connection;
    this.table = table;
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery(
                "select * from history.%s where 1 = 0".formatted(table.name()))) {
      ResultSetMetaData columns = none.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        types.put(
            columns.getColumnName(i).toLowerCase(Locale.ROOT),
            columns.getColumnTypeName(i).toLowerCase(Locale.ROOT));
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
    for (Map.Entry<String, String> column : types.entrySet()) {
      set(insert, at++, columns.path(column.getKey()), column.getValue());
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
    set(end, 2, key.path(BEGIN), "int4");
    int at = 3;
    for (String column : table.keyColumns()) {
      set(end, at++, key.path(column), String.valueOf(types.get(column)));
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

  private void set(PreparedStatement statement, int at, JsonNode value, String type)
      throws SQLException {
    if (value.isMissingNode() || value.isNull()) {
      statement.setNull(
          at, type.startsWith("int") || type.equals("bigint") ? Types.BIGINT : typeOf(type));
    } else if (type.endsWith("array") || type.startsWith("_")) {
      statement.setArray(
          at,
          connection.createArrayOf(
              "varchar",
              StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toArray()));
    } else if (type.startsWith("int") || type.equals("bigint")) {
      statement.setLong(at, value.longValue());
    } else if (type.startsWith("timestamp")) {
      statement.setObject(at, OffsetDateTime.parse(value.asText()));
    } else if (type.equals("date")) {
      statement.setObject(at, LocalDate.parse(value.asText()));
    } else if (type.equals("uuid")) {
      statement.setObject(at, uuid(value));
    } else {
      statement.setString(at, value.asText());
    }
  }

  private static int typeOf(String type) {
    return type.equals("uuid")
        ? Types.OTHER
        : type.equals("date")
            ? Types.DATE
            : type.startsWith("timestamp") ? Types.TIMESTAMP_WITH_TIMEZONE : Types.VARCHAR;
  }

  static @Nullable UUID uuid(JsonNode value) {
    return value.isTextual() ? UUID.fromString(value.textValue()) : null;
  }
}
