package org.chancery.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.JavaType;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows of an entity with one statement, which takes an array for each column: what
 * Hibernate and the driver do for each row of a batch takes as long as the database needs for it.
 */
public final class BulkInsert {

  /** An array of H2 has at most 65,536 values, and all of them are in memory. */
  private static final int AT_ONCE = 500;

  private static final Map<EntityPersister, BulkInsert> KNOWN = new ConcurrentHashMap<>();

  private final EntityPersister type;
  private final List<AttributeMapping> attributes = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final String sql;

  /**
   * A column.
   *
   * @param given the SQL type of its values in the array
   * @param made SQL that makes its value of one in the array; {@code %s} stands for that
   */
  private record Column(
      String name, Form form, JavaType<Object> javaType, String given, String made) {}

  /** What the values of a column are. */
  private enum Form {
    TEXT,
    TEXTS,
    ID,
    NUMBER,
    MOMENT,
    DAY;

    static Form of(JdbcMapping column) {
      return switch (column.getJdbcType().getDefaultSqlTypeCode()) {
        case SqlTypes.VARCHAR -> TEXT;
        case SqlTypes.ARRAY -> TEXTS;
        case SqlTypes.UUID -> ID;
        case SqlTypes.INTEGER, SqlTypes.BIGINT -> NUMBER;
        case SqlTypes.INSTANT, SqlTypes.TIMESTAMP_UTC -> MOMENT;
        case SqlTypes.DATE, SqlTypes.LOCAL_DATE -> DAY;
        default ->
            throw new IllegalStateException(
                "Nothing is known of many %s.".formatted(column.getJdbcType()));
      };
    }
  }

  private BulkInsert(EntityPersister type, boolean isH2) {
    this.type = type;
    type.getIdentifierMapping().forEachSelectable((at, column) -> add(column, isH2));
    List<String> key = columns.stream().map(Column::name).toList();
    type.forEachAttributeMapping(
        attribute -> {
          // A key of several columns is told by the identifier, and again by attributes.
          if (!key.contains(attribute.getSelectable(0).getSelectionExpression())) {
            attributes.add(attribute);
            attribute.forEachSelectable((at, column) -> add(column, isH2));
          }
        });
    this.sql =
        "insert into %s (%s) select %s from unnest(%s) as given(%s)"
            .formatted(
                type.getIdentifierTableName(),
                listed(columns.stream().map(Column::name).toList()),
                listed(IntStream.range(0, columns.size()).mapToObj(this::made).toList()),
                listed(
                    columns.stream()
                        .map(one -> "cast(? as %s array)".formatted(one.given()))
                        .toList()),
                listed(IntStream.range(0, columns.size()).mapToObj(at -> "c" + at).toList()));
  }

  private String made(int at) {
    return columns.get(at).made().formatted("given.c" + at);
  }

  private static String listed(List<String> parts) {
    return String.join(", ", parts);
  }

  private void add(SelectableMapping column, boolean isH2) {
    Form form = Form.of(column.getJdbcMapping());
    @SuppressWarnings("unchecked") // whatever it is, it is asked about its own values alone
    JavaType<Object> javaType = (JavaType<Object>) column.getJdbcMapping().getJdbcJavaType();
    String given =
        switch (form) {
          case TEXT -> "varchar";
          // PostgreSQL makes rows of all that is in an array of arrays.
          case TEXTS -> isH2 ? "varchar array" : "varchar";
          case ID -> "uuid";
          case NUMBER -> "bigint";
          case MOMENT -> "timestamp with time zone";
          // As texts, PostgreSQL has no year 0.
          case DAY -> isH2 ? "date" : "bigint";
        };
    String made =
        switch (form) {
          case TEXTS -> isH2 ? "%s" : "cast(%s as varchar array)";
          case DAY -> isH2 ? "%s" : "date '1970-01-01' + cast(%s as integer)";
          default -> "%s";
        };
    columns.add(new Column(column.getSelectionExpression(), form, javaType, given, made));
  }

  /**
   * Inserts rows, none of which is there.
   *
   * @param rows with ids and versions
   */
  public static void insert(SessionImplementor session, Class<?> entity, List<?> rows) {
    boolean isH2 = session.getFactory().getJdbcServices().getDialect() instanceof H2Dialect;
    BulkInsert insert =
        KNOWN.computeIfAbsent(
            session.getFactory().getMappingMetamodel().getEntityDescriptor(entity),
            type -> new BulkInsert(type, isH2));
    for (List<?> some : Chunks.of(rows, AT_ONCE)) {
      session.doWork(connection -> insert.run(connection, session, isH2, some));
    }
  }

  private void run(Connection connection, SessionImplementor session, boolean isH2, List<?> rows)
      throws SQLException {
    List<@Nullable Object[]> values =
        columns.stream().map(column -> new @Nullable Object[rows.size()]).toList();
    for (int at = 0; at < rows.size(); at++) {
      read(session, rows.get(at), values, at);
    }
    // As Hibernate's own: whoever watches or ends its statements has to do with this one, too.
    JdbcCoordinator jdbc = session.getJdbcCoordinator();
    PreparedStatement statement = jdbc.getStatementPreparer().prepareStatement(sql);
    jdbc.registerLastQuery(statement);
    try {
      for (int i = 0; i < values.size(); i++) {
        Column column = columns.get(i);
        @Nullable Object[] all = values.get(i);
        for (int at = 0; at < all.length; at++) {
          all[at] = given(connection, session, isH2, column, all[at]);
        }
        statement.setArray(
            i + 1,
            connection.createArrayOf(
                column.given(),
                column.given().equals("varchar")
                    ? Arrays.copyOf(all, all.length, String[].class)
                    : all));
      }
      jdbc.getResultSetReturn().executeUpdate(statement, sql);
    } finally {
      jdbc.getLogicalConnection().getResourceRegistry().release(statement);
      jdbc.afterStatementExecution();
    }
  }

  /** Reads what a row has, as the database has it, into the place of each column. */
  private void read(
      SessionImplementor session, Object row, List<@Nullable Object[]> values, int place) {
    int at =
        type.getIdentifierMapping()
            .forEachJdbcValue(
                type.getIdentifier(row, session),
                0,
                values,
                place,
                (index, all, in, value, mapping) -> all.get(index)[in] = value,
                session);
    for (AttributeMapping attribute : attributes) {
      at +=
          attribute.forEachJdbcValue(
              attribute.getValue(row),
              at,
              values,
              place,
              (index, all, in, value, mapping) -> all.get(index)[in] = value,
              session);
    }
  }

  private static @Nullable Object given(
      Connection connection,
      SessionImplementor session,
      boolean isH2,
      Column column,
      @Nullable Object value)
      throws SQLException {
    if (value == null) {
      return null;
    }
    return switch (column.form()) {
      case TEXT -> column.javaType().unwrap(value, String.class, session);
      case TEXTS -> {
        String[] texts = column.javaType().unwrap(value, String[].class, session);
        yield isH2 ? texts : connection.createArrayOf("varchar", texts).toString();
      }
      case DAY -> isH2 ? value : ((LocalDate) value).toEpochDay();
      case NUMBER, ID, MOMENT -> value;
    };
  }
}
