package org.chancery.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.jdbc.spi.JdbcCoordinator;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.Bindable;
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
  private static final int AT_ONCE = 2_000;

  /** What the values of a column are, as SQL calls one of them. */
  private enum Form {
    TEXT("varchar"),
    TEXTS("varchar"),
    ID("uuid"),
    NUMBER("bigint"),
    MOMENT("timestamp with time zone"),
    DAY("date");

    private final String type;

    Form(String type) {
      this.type = type;
    }

    /** The driver of PostgreSQL sends texts as they are, where it knows that they are some. */
    @Nullable Object[] none(int number) {
      return this == TEXT ? new @Nullable String[number] : new @Nullable Object[number];
    }

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

  private record Column(String name, Form form, JavaType<Object> javaType) {}

  private final SessionImplementor session;
  private final boolean isH2;
  private final EntityPersister type;
  private final List<AttributeMapping> attributes = new ArrayList<>();
  private final List<Column> columns = new ArrayList<>();
  private final String sql;

  /** Of some rows each: the values of each column. */
  private final List<List<Array>> values = new ArrayList<>();

  /**
   * Reads what rows have, none of which is in the database. Nothing is asked of the database: other
   * rows can be on their way to it.
   *
   * @param connection makes arrays
   * @param rows with ids and versions
   */
  public BulkInsert(
      SessionImplementor session, Connection connection, Class<?> entity, List<?> rows)
      throws SQLException {
    this.session = session;
    this.isH2 = Databases.isH2(session);
    this.type = session.getFactory().getMappingMetamodel().getEntityDescriptor(entity);
    type.getIdentifierMapping().forEachSelectable((at, column) -> add(column));
    List<String> key = columns.stream().map(Column::name).toList();
    type.forEachAttributeMapping(
        attribute -> {
          // A key of several columns is told by the identifier, and again by attributes.
          if (!key.contains(attribute.getSelectable(0).getSelectionExpression())) {
            attributes.add(attribute);
            attribute.forEachSelectable((at, column) -> add(column));
          }
        });
    this.sql = sql();
    for (List<?> some : Chunks.of(rows, AT_ONCE)) {
      values.add(arrays(connection, valuesOf(some)));
    }
  }

  private void add(SelectableMapping column) {
    JdbcMapping mapping = column.getJdbcMapping();
    @SuppressWarnings("unchecked") // whatever it is, it is asked about its own values alone
    JavaType<Object> javaType = (JavaType<Object>) mapping.getJdbcJavaType();
    columns.add(new Column(column.getSelectionExpression(), Form.of(mapping), javaType));
  }

  /** Inserts the rows. */
  public void run() {
    values.forEach(some -> session.doWork(connection -> run(some)));
  }

  private void run(List<Array> values) throws SQLException {
    // As Hibernate's own: whoever watches or ends its statements has to do with this one, too.
    JdbcCoordinator jdbc = session.getJdbcCoordinator();
    PreparedStatement statement = jdbc.getStatementPreparer().prepareStatement(sql);
    try {
      jdbc.registerLastQuery(statement);
      for (int i = 0; i < values.size(); i++) {
        statement.setArray(i + 1, values.get(i));
      }
      jdbc.getResultSetReturn().executeUpdate(statement, sql);
    } finally {
      jdbc.getLogicalConnection().getResourceRegistry().release(statement);
      jdbc.afterStatementExecution();
    }
  }

  private String sql() {
    List<String> names = new ArrayList<>();
    List<String> given = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (Column column : columns) {
      String label = "c" + labels.size();
      names.add(column.name());
      given.add("cast(? as %s array)".formatted(givenType(column)));
      labels.add(label);
      made.add(
          column.form() == Form.TEXTS
              ? "cast(given.%s as varchar array)".formatted(label)
              : "given." + label);
    }
    return "insert into %s (%s) select %s from unnest(%s) as given(%s)"
        .formatted(
            type.getIdentifierTableName(),
            String.join(", ", names),
            String.join(", ", made),
            String.join(", ", given),
            String.join(", ", labels));
  }

  /** PostgreSQL makes rows of all that is in an array of arrays: it is given them as texts. */
  private String givenType(Column column) {
    return column.form() == Form.TEXTS && isH2 ? "varchar array" : column.form().type;
  }

  private List<@Nullable Object[]> valuesOf(List<?> rows) {
    List<@Nullable Object[]> read =
        columns.stream().map(column -> column.form().none(rows.size())).toList();
    for (int at = 0; at < rows.size(); at++) {
      read(rows.get(at), read, at);
    }
    return read;
  }

  /** Reads what a row has, as the database has it, into the place of each column. */
  private void read(Object row, List<@Nullable Object[]> values, int place) {
    Bindable.JdbcValuesBiConsumer<List<@Nullable Object[]>, Integer> put =
        (column, all, at, value, mapping) ->
            all.get(column)[at] = value == null ? null : given(columns.get(column), value);
    int column =
        type.getIdentifierMapping()
            .forEachJdbcValue(type.getIdentifier(row, session), 0, values, place, put, session);
    for (AttributeMapping attribute : attributes) {
      column +=
          attribute.forEachJdbcValue(attribute.getValue(row), column, values, place, put, session);
    }
  }

  private List<Array> arrays(Connection connection, List<@Nullable Object[]> values)
      throws SQLException {
    List<Array> arrays = new ArrayList<>();
    for (Column column : columns) {
      arrays.add(given(connection, column, values.get(arrays.size())));
    }
    return arrays;
  }

  /** The values of a column as an array. */
  private Array given(Connection connection, Column column, @Nullable Object[] values)
      throws SQLException {
    if (column.form() != Form.TEXTS || isH2) {
      return connection.createArrayOf(givenType(column), values);
    }
    @Nullable String[] texts = new @Nullable String[values.length];
    for (int at = 0; at < values.length; at++) {
      if (values[at] instanceof Object[] some) {
        texts[at] = connection.createArrayOf("varchar", some).toString();
      }
    }
    return connection.createArrayOf("varchar", texts);
  }

  private Object given(Column column, Object value) {
    return switch (column.form()) {
      case TEXT -> column.javaType().unwrap(value, String.class, session);
      case TEXTS -> column.javaType().unwrap(value, String[].class, session);
      case ID, NUMBER, MOMENT, DAY -> value;
    };
  }
}
