package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.chancery.database.Completed;
import org.chancery.proof.CanonicalJson;
import org.chancery.proof.SaltedDigest;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What a revision did to the rows of a line, as one digest: every column of each row that it began
 * or ended in {@code history}, whatever tables and columns there are. So nothing that queries read
 * can be changed unseen.
 */
final class LineDigests {

  private static final String BEGUN = "revision_number";
  private static final String ENDED = "until_revision";

  private final Connection connection;
  private final int revision;
  private final Reading reading;

  private LineDigests(Connection connection, int revision, Reading reading) {
    this.connection = connection;
    this.revision = revision;
    this.reading = reading;
  }

  /** Takes what a revision did to the rows of lines, those of a line in their order. */
  @FunctionalInterface
  interface Rows {
    /** Takes one. */
    void take(UUID line, Map<String, Object> told);
  }

  /** Has what queries find be read. */
  @FunctionalInterface
  private interface Reading {

    /**
     * Asks a query.
     *
     * @param query is closed when all that it found is read
     */
    void ask(PreparedStatement query, Found reader) throws SQLException;
  }

  /** Reads what a query found. */
  @FunctionalInterface
  private interface Found {
    void read(ResultSet rows, List<Column> columns) throws SQLException;
  }

  /** Digests of lines that are reckoned while the database is asked for more. */
  static final class Reckoned implements Reading, AutoCloseable {

    private final EntityManager entities;
    private final int revision;
    private final ThingKind kind;
    private final Executor reckoning;
    private final Map<UUID, String> salts = new LinkedHashMap<>();
    private final Map<UUID, SaltedDigest> digests;
    private final List<PreparedStatement> asked = new ArrayList<>();
    private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

    private Reckoned(
        EntityManager entities,
        int revision,
        ThingKind kind,
        Collection<UUID> lines,
        Executor reckoning) {
      this.entities = entities;
      this.revision = revision;
      this.kind = kind;
      this.reckoning = reckoning;
      lines.forEach(line -> salts.put(line, SaltedDigest.newSalt()));
      this.digests = begun(kind, salts);
    }

    /** The driver takes all that is found at once: the connection can be used while it is read. */
    @Override
    public void ask(PreparedStatement query, Found reader) throws SQLException {
      asked.add(query);
      query.setFetchSize(0);
      ResultSet found = query.executeQuery();
      // What types they are the driver may have to ask the database.
      List<Column> columns = columns(found.getMetaData());
      last = last.thenRunAsync(() -> read(reader, found, columns), reckoning);
    }

    private static void read(Found reader, ResultSet found, List<Column> columns) {
      // Long texts may be in it, and much is asked for before this is written.
      try (found) {
        reader.read(found, columns);
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }

    /**
     * Writes the digests.
     *
     * @param isAgain whether some were written of the same revision, which they stand instead of
     */
    void write(boolean isAgain) {
      Completed.waitFor(last);
      entities.unwrap(Session.class).doWork(connection -> write(connection, isAgain));
    }

    private void write(Connection connection, boolean isAgain) throws SQLException {
      if (isAgain) {
        try (PreparedStatement delete =
            connection.prepareStatement(
                "delete from revision_line where revision_number = ? and line_id = any(?)")) {
          delete.setInt(1, revision);
          delete.setArray(2, connection.createArrayOf("uuid", salts.keySet().toArray()));
          delete.executeUpdate();
        }
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into revision_line (revision_number, line_kind, line_id, salt, digest) values (?, ?, ?, ?, ?)")) {
        Map<UUID, String> reckoned = ended(digests);
        for (Map.Entry<UUID, String> salt : salts.entrySet()) {
          insert.setInt(1, revision);
          insert.setString(2, kind.name());
          insert.setObject(3, salt.getKey());
          insert.setString(4, salt.getValue());
          insert.setString(5, reckoned.get(salt.getKey()));
          insert.addBatch();
        }
        var unused = insert.executeBatch();
      }
    }

    /** Whether it was written or not. */
    @Override
    public void close() {
      Completed.waitHowever(last);
      entities
          .unwrap(Session.class)
          .doWork(
              connection -> {
                for (PreparedStatement query : asked) {
                  query.close();
                }
              });
    }
  }

  /**
   * Reads what a revision did to lines whose rows are in {@code history} already.
   *
   * @param reckoning reads it, and reckons: on another thread or on this one
   */
  static Reckoned read(
      EntityManager entities,
      int revision,
      ThingKind kind,
      Collection<UUID> lines,
      Executor reckoning) {
    Reckoned reckoned = new Reckoned(entities, revision, kind, lines, reckoning);
    try {
      entities
          .unwrap(Session.class)
          .doWork(
              connection ->
                  new LineDigests(connection, revision, reckoned)
                      .read(kind, lines, (line, told) -> add(reckoned.digests, line, told)));
      return reckoned;
    } catch (RuntimeException | Error failure) {
      try (reckoned) {
        throw failure;
      }
    }
  }

  /**
   * Reckons those of some lines of a kind.
   *
   * @param salts by the ids of the lines
   */
  static Map<UUID, String> of(
      Connection connection, int revision, ThingKind kind, Map<UUID, String> salts)
      throws SQLException {
    Map<UUID, SaltedDigest> digests = begun(kind, salts);
    rows(connection, revision, kind, salts.keySet(), (line, told) -> add(digests, line, told));
    return ended(digests);
  }

  private static Map<UUID, SaltedDigest> begun(ThingKind kind, Map<UUID, String> salts) {
    Map<UUID, SaltedDigest> digests = new LinkedHashMap<>();
    salts.forEach((line, salt) -> digests.put(line, begun(kind, line, salt)));
    return digests;
  }

  private static void add(Map<UUID, SaltedDigest> digests, UUID line, Map<String, Object> told) {
    var unused = Objects.requireNonNull(digests.get(line)).add(CanonicalJson.of(told) + "\n");
  }

  private static Map<UUID, String> ended(Map<UUID, SaltedDigest> digests) {
    Map<UUID, String> reckoned = new HashMap<>();
    digests.forEach((line, digest) -> reckoned.put(line, digest.hex()));
    return reckoned;
  }

  /** The digest of a line, before its rows: each is added with a line break behind it. */
  static SaltedDigest begun(ThingKind kind, UUID line, String salt) {
    return new SaltedDigest(salt)
        .add(CanonicalJson.of(Map.of("kind", kind.name(), "line", line.toString())) + "\n");
  }

  /** Gives out what a revision did to the rows of some lines of a kind. */
  static void rows(
      Connection connection, int revision, ThingKind kind, Collection<UUID> ids, Rows rows)
      throws SQLException {
    new LineDigests(connection, revision, LineDigests::readAtOnce).read(kind, ids, rows);
  }

  private static void readAtOnce(PreparedStatement query, Found reader) throws SQLException {
    try (query;
        ResultSet found = query.executeQuery()) {
      reader.read(found, columns(found.getMetaData()));
    }
  }

  private void read(ThingKind kind, Collection<UUID> ids, Rows rows) throws SQLException {
    for (HistoryTable table : HistoryTable.ofLines(kind)) {
      ask(table, ids, null, rows);
    }
    if (kind == ThingKind.MEETING) {
      Meetings meetings = meetingsOfStatements(ids);
      for (HistoryTable table : HistoryTable.OF_STATEMENTS) {
        ask(table, meetings.statements(), meetings, rows);
      }
    }
  }

  /**
   * In which meeting each statement was: it can be moved to another one.
   *
   * @param before the revision
   * @param after the revision
   */
  private record Meetings(Map<UUID, UUID> before, Map<UUID, UUID> after) {

    Set<UUID> statements() {
      Set<UUID> all = new HashSet<>(before.keySet());
      all.addAll(after.keySet());
      return all;
    }

    /** The line of a row that the revision began, or ended; null where it is another one's. */
    @Nullable UUID lineOf(UUID statement, boolean isBegun) {
      return (isBegun ? after : before).get(statement);
    }
  }

  private Meetings meetingsOfStatements(Collection<UUID> meetings) throws SQLException {
    Meetings found = new Meetings(new HashMap<>(), new HashMap<>());
    try (PreparedStatement query =
        connection.prepareStatement(
            "select h.id, h.meeting_id, h.revision_number, h.until_revision from history.statement h where h.meeting_id = any(?)"
                + " and h.revision_number <= ? and (h.until_revision is null or h.until_revision >= ?)")) {
      query.setArray(1, ids(meetings));
      query.setInt(2, revision);
      query.setInt(3, revision);
      try (ResultSet versions = query.executeQuery()) {
        while (versions.next()) {
          UUID statement = versions.getObject(1, UUID.class);
          UUID meeting = versions.getObject(2, UUID.class);
          if (versions.getInt(3) < revision) {
            found.before().put(statement, meeting);
          }
          Integer until = versions.getObject(4, Integer.class);
          if (until == null || until > revision) {
            found.after().put(statement, meeting);
          }
        }
      }
    }
    return found;
  }

  private Array ids(Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  /**
   * Asks for the rows of a table, in the order of its key.
   *
   * @param meetings of the owners; null where those are the lines themselves
   */
  private void ask(
      HistoryTable table, Collection<UUID> owners, @Nullable Meetings meetings, Rows rows)
      throws SQLException {
    PreparedStatement query =
        connection.prepareStatement(
            "select h.* from history.%1$s h where h.%2$s = any(?) and (h.%3$s = ? or h.%4$s = ?) order by %5$s, h.%3$s"
                .formatted(table.name(), table.owner(), BEGUN, ENDED, table.key()));
    query.setArray(1, ids(owners));
    query.setInt(2, revision);
    query.setInt(3, revision);
    reading.ask(
        query,
        (found, columns) -> {
          while (found.next()) {
            UUID owner = found.getObject(table.owner(), UUID.class);
            UUID line =
                meetings == null ? owner : meetings.lineOf(owner, found.getInt(BEGUN) == revision);
            if (line != null) {
              rows.take(line, told(table, columns, found));
            }
          }
        });
  }

  /** What the revision did to a row: all columns where it began it, the key where it ended it. */
  private Map<String, Object> told(HistoryTable table, List<Column> columns, ResultSet rows)
      throws SQLException {
    Map<String, Object> told = new TreeMap<>();
    boolean isBegun = rows.getInt(BEGUN) == revision;
    for (Column column : columns) {
      String name = column.name();
      if (isBegun ? !name.equals(ENDED) : name.equals(BEGUN) || table.keyColumns().contains(name)) {
        Object value = column.type().value(rows, column.number());
        if (value != null) {
          told.put(name, value);
        }
      }
    }
    return Map.of("table", table.name(), isBegun ? "begun" : "ended", told);
  }

  /**
   * A column of a result.
   *
   * @param number from 1 on
   */
  private record Column(int number, String name, ColumnType type) {}

  private static List<Column> columns(ResultSetMetaData types) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= types.getColumnCount(); i++) {
      columns.add(
          new Column(
              i,
              types.getColumnName(i).toLowerCase(Locale.ROOT),
              ColumnType.of(types.getColumnTypeName(i))));
    }
    return columns;
  }
}
