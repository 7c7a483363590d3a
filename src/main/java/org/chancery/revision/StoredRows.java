package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks set by set what the log's digests do not say: that the present is the end of the history,
 * that the history has no rows of which the log knows nothing, and that what each change tells of
 * before is what the change before left.
 */
final class StoredRows {

  private final EntityManager entities;
  private final Connection connection;
  private final Consumer<String> faults;
  private final boolean isH2;

  /**
   * In a transaction.
   *
   * @param faults is told each one
   */
  StoredRows(EntityManager entities, Connection connection, Consumer<String> faults)
      throws SQLException {
    this.entities = entities;
    this.connection = connection;
    this.faults = faults;
    this.isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
  }

  void check() throws SQLException {
    tell(
        "select thing_kind, thing_key, thing_id, revision_number from (select c.*, lag(c.after_members) over"
            + " (partition by c.thing_id order by c.revision_number) as left_members from record_change c) as o"
            + " where before_members is distinct from left_members order by revision_number",
        row ->
            "Revision %d: what it says of the %s \"%s\" before it is not what the revision before left."
                .formatted(
                    row.getInt(4),
                    row.getString(1).toLowerCase(Locale.ROOT),
                    row.getString(2) == null ? row.getString(3) : row.getString(2)));
    tell(
        "select c.revision_number, c.revision_id from record_change c where not exists"
            + " (select 1 from revision r where r.number = c.revision_number and r.id = c.revision_id)",
        row -> "Revision %d: a change names another revision.".formatted(row.getInt(1)));
    tell(
        "select 1 where exists (select 1 from revision) and not exists (select 1 from record_clock c join revision r"
            + " on r.number = c.last_revision and r.written_at = c.last_written"
            + " where not exists (select 1 from revision later where later.number > c.last_revision))",
        row -> "The record's clock is not at its last revision.");
    String merged =
        Stream.of(ThingKind.values())
            .filter(kind -> HistoryTable.ofLines(kind).contains(HistoryTable.MERGED))
            .map("'%s'"::formatted)
            .collect(Collectors.joining(", "));
    tell(
        "select h.id from history.merged_thing h where h.kind is null or h.kind not in (%s) order by h.id"
            .formatted(merged),
        row ->
            "A row of \"merged_thing\" is of nothing that is merged: %s."
                .formatted(row.getString(1)));
    for (ThingKind kind : ThingKind.values()) {
      for (HistoryTable table : HistoryTable.ofLines(kind)) {
        check(table);
        String line =
            "revision_line l where l.line_id = h.%s and l.line_kind = '%s'"
                .formatted(table.owner(), kind);
        String which =
            table.equals(HistoryTable.MERGED) ? "h.kind = '%s'".formatted(kind) : "1 = 1";
        checkLines(table, "revision_number", line, which);
        checkLines(table, "until_revision", line, which);
      }
    }
    for (HistoryTable table : HistoryTable.OF_STATEMENTS) {
      check(table);
      String meeting =
          "history.statement s join revision_line l on l.line_id = s.meeting_id and l.line_kind = 'MEETING' where s.id = h."
              + table.owner();
      // What a revision began is told by the meeting that the statement is in since, what it ended
      // by the one that it was in before.
      checkLines(
          table,
          "revision_number",
          meeting
              + " and s.revision_number <= h.revision_number and (s.until_revision is null or s.until_revision > h.revision_number)",
          "1 = 1");
      checkLines(
          table,
          "until_revision",
          meeting
              + " and s.revision_number < h.until_revision and (s.until_revision is null or s.until_revision >= h.until_revision)",
          "1 = 1");
    }
    if (isH2) {
      words();
    }
  }

  /** The present is what is open in the history: the same rows, each once. */
  private void check(HistoryTable table) throws SQLException {
    String same =
        HistoryWriter.columnsOf(entities, table).stream()
            .map(column -> "t.%1$s is not distinct from h.%1$s".formatted(column))
            .collect(Collectors.joining(" and "));
    String sameKey =
        table.keyColumns().stream()
            .map(column -> "t.%1$s = h.%1$s".formatted(column))
            .collect(Collectors.joining(" and "));
    tell(
        "select %1$s from %2$s t where not exists (select 1 from history.%2$s h where %3$s and h.until_revision is null and %4$s) order by %1$s"
            .formatted(table.key(), table.name(), sameKey, same),
        row ->
            "A row of \"%s\" in the present is not what the history says: %s."
                .formatted(table.name(), keyOf(table, row)));
    tell(
        "select %1$s from history.%2$s h where h.until_revision is null and not exists (select 1 from %2$s t where %3$s and %4$s) order by %1$s"
            .formatted(table.key(), table.name(), sameKey, same),
        row ->
            "A row of \"%s\" is open in the history and not in the present: %s."
                .formatted(table.name(), keyOf(table, row)));
    tell(
        "select %1$s from history.%2$s where until_revision is null group by %1$s having count(*) > 1 order by %1$s"
            .formatted(table.key(), table.name()),
        row ->
            "A row of \"%s\" is open in the history more than once: %s."
                .formatted(table.name(), keyOf(table, row)));
    tell(
        "select %1$s from history.%2$s where revision_number is null or until_revision <= revision_number order by %1$s"
            .formatted(table.key(), table.name()),
        row ->
            "A row of \"%s\" in the history ends before it begins: %s."
                .formatted(table.name(), keyOf(table, row)));
  }

  /**
   * The history has no rows of which the log knows nothing.
   *
   * @param column with the revision that began or ended them
   * @param line SQL from the line of a row {@code h} on, with the alias {@code l}
   * @param which rows have lines of that kind
   */
  private void checkLines(HistoryTable table, String column, String line, String which)
      throws SQLException {
    tell(
        "select %1$s from history.%2$s h where %5$s and h.%3$s is not null and not exists (select 1 from %4$s and l.revision_number = h.%3$s) order by %1$s"
            .formatted(table.key(), table.name(), column, line, which),
        row ->
            "The log knows nothing of a row of \"%s\" in the history: %s."
                .formatted(table.name(), keyOf(table, row)));
  }

  /**
   * H2 finds words in tables of their own: at any time they have those of all texts, and no others.
   */
  private void words() throws SQLException {
    String versions =
        searched().stream()
            .map(
                table ->
                    "select id, search_words, revision_number, until_revision from history."
                        + table)
            .collect(Collectors.joining(" union all "));
    try (Statement ofThings = connection.createStatement();
        ResultSet things =
            ofThings.executeQuery("select * from (%s) v order by id".formatted(versions));
        Statement ofWords = connection.createStatement();
        ResultSet words =
            ofWords.executeQuery(
                "select thing, word, revision_number, null as until_revision from search_word"
                    + " union all select thing, word, revision_number, until_revision from history.search_word order by thing")) {
      Groups<WordsOfVersion> all = new Groups<>(things, WordsOfVersion::of);
      Groups<WordsOfVersion> found = new Groups<>(words, WordsOfVersion::of);
      for (UUID thing = all.id(); thing != null; thing = all.id()) {
        List<WordsOfVersion> ofThing = all.next();
        boolean isIndexed = thing.equals(found.id());
        if (!WordsOfVersion.agree(ofThing, isIndexed ? found.next() : List.of())) {
          faults.accept(
              "The words by which %s is found are not those of its texts.".formatted(thing));
        }
      }
      if (found.id() != null) {
        faults.accept(
            "There are words of %s, which is nothing of the record.".formatted(found.id()));
      }
    }
  }

  /** Rows that are sorted by an id in their first column, those of an id at once. */
  private static final class Groups<T> {

    private final ResultSet rows;
    private final RowReader<T> reader;
    private @Nullable UUID id;

    Groups(ResultSet rows, RowReader<T> reader) throws SQLException {
      this.rows = rows;
      this.reader = reader;
      advance();
    }

    /** Of the next group; null after the last. */
    @Nullable UUID id() {
      return id;
    }

    List<T> next() throws SQLException {
      List<T> group = new ArrayList<>();
      for (UUID first = id; first != null && first.equals(id); advance()) {
        group.add(reader.of(rows));
      }
      return group;
    }

    private void advance() throws SQLException {
      id = rows.next() ? rows.getObject(1, UUID.class) : null;
    }
  }

  private List<String> searched() throws SQLException {
    return strings(
        "select lower(table_name) from information_schema.columns where lower(table_schema) = 'public' and lower(column_name) = 'search_words'");
  }

  private List<String> strings(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private static String keyOf(HistoryTable table, ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (String column : table.keyColumns()) {
      key.add(column + " " + row.getString(column));
    }
    return String.join(", ", key);
  }

  /** Makes something of a row. */
  @FunctionalInterface
  private interface RowReader<T> {
    T of(ResultSet row) throws SQLException;
  }

  private void tell(String sql, RowReader<String> sentence) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setMaxRows(3);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          faults.accept(sentence.of(rows));
        }
      }
    }
  }
}
