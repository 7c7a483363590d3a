package org.chancery.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The types of the history's columns, each as JSON has it; the same on each database. */
enum ColumnType {
  TEXTS(Types.ARRAY) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      Array texts = rows.getArray(column);
      return texts == null ? null : Arrays.asList((Object[]) texts.getArray());
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setArray(
          at,
          statement
              .getConnection()
              .createArrayOf(
                  "varchar",
                  StreamSupport.stream(value.spliterator(), false)
                      .map(JsonNode::asText)
                      .toArray()));
    }
  },
  NUMBER(Types.BIGINT) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      long number = rows.getLong(column);
      return rows.wasNull() ? null : number;
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setLong(at, value.longValue());
    }
  },
  MOMENT(Types.TIMESTAMP_WITH_TIMEZONE) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      OffsetDateTime moment = rows.getObject(column, OffsetDateTime.class);
      return moment == null ? null : moment.toInstant().toString();
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setObject(at, OffsetDateTime.parse(value.asText()));
    }
  },
  DAY(Types.DATE) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      LocalDate day = rows.getObject(column, LocalDate.class);
      return day == null ? null : day.toString();
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setObject(at, LocalDate.parse(value.asText()));
    }
  },
  ID(Types.OTHER) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      UUID id = rows.getObject(column, UUID.class);
      return id == null ? null : id.toString();
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setObject(at, UUID.fromString(value.asText()));
    }
  },
  TEXT(Types.VARCHAR) {
    @Override
    @Nullable Object value(ResultSet rows, int column) throws SQLException {
      return rows.getString(column);
    }

    @Override
    void write(PreparedStatement statement, int at, JsonNode value) throws SQLException {
      statement.setString(at, value.asText());
    }
  };

  private final int ofNull;

  ColumnType(int ofNull) {
    this.ofNull = ofNull;
  }

  /** By the name that the database has for it. */
  static ColumnType of(String name) {
    String type = name.toLowerCase(Locale.ROOT);
    if (type.endsWith("array") || type.startsWith("_")) {
      return TEXTS;
    }
    if (type.startsWith("int") || type.equals("bigint")) {
      return NUMBER;
    }
    if (type.startsWith("timestamp")) {
      return MOMENT;
    }
    if (type.equals("date")) {
      return DAY;
    }
    if (type.equals("uuid")) {
      return ID;
    }
    if (List.of("varchar", "character varying").contains(type)) {
      return TEXT;
    }
    throw new IllegalStateException("The proof knows no column of the type " + type);
  }

  /** As JSON has it; null where there is nothing. */
  abstract @Nullable Object value(ResultSet rows, int column) throws SQLException;

  abstract void write(PreparedStatement statement, int at, JsonNode value) throws SQLException;

  /** Sets a parameter; to null where the value is missing. */
  void set(PreparedStatement statement, int at, JsonNode value) throws SQLException {
    if (value.isMissingNode() || value.isNull()) {
      statement.setNull(at, ofNull);
    } else {
      write(statement, at, value);
    }
  }
}
