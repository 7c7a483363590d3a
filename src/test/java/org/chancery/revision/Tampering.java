package org.chancery.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.chancery.document.Edit;
import org.chancery.document.RecordEditor;
import org.chancery.proof.SignedHead;
import org.chancery.proof.SigningKey;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever somebody with the database's password changes by hand is found. */
abstract class Tampering {

  /**
   * Where a mutation's answers are kept for who asks again, what H2's file is to be rid of, and
   * Flyway's own: no record.
   */
  private static final List<String> NO_RECORD =
      List.of("kept_answer", "unswept_erasure", "flyway_schema_history");

  /** With {@code -Dchancery.test.columns=all}. */
  private static final boolean EVERYWHERE =
      System.getProperty("chancery.test.columns", "").equals("all");

  @Inject RecordVerification verification;
  @Inject RecordEditor editor;
  @Inject EntityManager entities;
  @Inject SigningKey key;

  /**
   * A revision of which nothing is kept, in which something was recorded, amended, merged,
   * withdrawn and erased.
   */
  @BeforeEach
  void edit() {
    QuarkusTransaction.begin();
    Author author = new Author("test", "A test");
    for (Edit edit :
        List.of(
            editor.record(ThingKind.TOPIC, Map.of("key", "tampered", "name", "New"), author),
            editor.amend(ThingKind.TOPIC, "cop26", 0, Map.of("name", "Another"), author),
            editor.merge(ThingKind.TOPIC, "climate-change", "paris-agreement", author),
            editor.withdraw(ThingKind.STATEMENT, "2021-09-01-wang-kerry-press-11", 0, author),
            editor.erase(ThingKind.TOPIC, "economic-recovery", null, author))) {
      assertEquals(List.of(), edit.faults());
    }
    entities.flush();
    sql("savepoint edited");
  }

  @AfterEach
  void undo() {
    QuarkusTransaction.rollback();
  }

  private void sql(String statement) {
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (Statement one = connection.createStatement()) {
                one.execute(statement);
              }
            });
  }

  private List<String> faults(String... kept) {
    entities.clear();
    return verification.verify(List.of(kept), revision -> {}).faults();
  }

  @Test
  void nothingIsFoundWhereNothingWasChanged() {
    assertEquals(List.of(), faults());
    assertNotNull(verification.verify(List.of(), revision -> {}).head());
  }

  /**
   * Once in each column of each table, every other one on each database; what the database itself
   * refuses needs no finding.
   */
  @Test
  void aByteThatIsChangedAnywhereIsFound() {
    Map<String, String> found = new TreeMap<>();
    List<String> unseen = new ArrayList<>();
    List<Column> columns = columns();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (i % 2 != isOddHere() && !EVERYWHERE) {
        continue;
      }
      String fate = changed(column.table(), column.change());
      // What has no constraints, which the schema of the past has not, refuses nothing.
      if (fate.isEmpty() || (fate.equals(REFUSED) && column.table().startsWith("history."))) {
        unseen.add(column.toString());
      }
      found.merge(
          column.table(), fate.equals(REFUSED) ? "-" : fate.isEmpty() ? "?" : "+", String::concat);
    }
    System.out.println("Changed by hand, a column a sign (+ found, - refused by the database):");
    found.forEach((table, signs) -> System.out.printf("  %-28s %s%n", table, signs));
    assertEquals(List.of(), unseen);
    assertTrue(found.size() > 35, found.toString());
  }

  @Test
  void whatIsFoundIsNamed() {
    assertNamed("history.topic", "name = 'Never'", "made of the topic \"");
    assertNamed("record_change", "after_members = '{}'", "Revision 1: what it says of the ");
    for (String revision :
        List.of(
            "revision_id = cast('01a20cc8-8e81-7c35-9375-000000000001' as uuid)",
            "revision_number = 999")) {
      assertNamed("record_change", revision, "a change names another revision.");
    }
    assertNamed("statement", "text = 'x' || substring(text from 2)", "A row of \"statement\"");
    assertNamed("revision", "editor = 'nobody'", "Revision 1 is not what was signed");
    assertNamed("revision", "written_at = timestamp with time zone '1999-01-01 00:00:00+00'", "1");
    assertNamed("revision_proof", "signature = 'AAAA'", "is not signed by the key that it names");
  }

  private void assertNamed(String table, String change, String expected) {
    String fate = changed(table, change);
    assertTrue(fate.contains(expected), table + ": " + fate);
  }

  @Test
  void aRowThatIsTakenAwayOrAddedIsFound() {
    for (String table : tables()) {
      String one = "where %1$s = (select %1$s from %2$s %3$s)";
      String deleted =
          fate("delete from %s %s".formatted(table, one.formatted(rowId(), table, "limit 1")));
      assertTrue(!deleted.isEmpty(), "deleted from " + table);
      if (table.startsWith("history.")) {
        String added = fate("insert into %1$s select * from %1$s limit 1".formatted(table));
        assertTrue(!added.isEmpty(), "added to " + table);
      }
    }
  }

  /** Ways around the checks that were found once. */
  @Test
  void rowsThatNoRevisionMadeAreFound() {
    for (List<String> statements :
        List.of(
            List.of(
                "update topic set name = 'Another' where record_key = 'covid-19'",
                "insert into history.topic select t.*, null, null from topic t where record_key = 'covid-19'"),
            List.of(
                "insert into history.topic select t.*, 1, null from topic t where record_key = 'covid-19'"),
            List.of(
                "update history.topic set until_revision = revision_number where record_key = 'covid-19'"),
            List.of(
                "insert into party (id, record_key, name, other_names, other_name_languages, kind, same_as, search_words, created_at, updated_at, version)"
                    + " select id, 'forged', name, other_names, other_name_languages, 'STATE', same_as, search_words, created_at, updated_at, version from topic where record_key = 'covid-19'",
                "insert into history.party select t.*, 1, null from party t where record_key = 'forged'"),
            List.of("update record_change set salt = 'zz' where revision_number = 1"),
            List.of("update record_change set salt = upper(salt) where revision_number = 1"),
            List.of(
                "update revision_proof set signature = replace(signature, '==', '') where revision_number = 1"),
            List.of(
                "insert into history.merged_thing (id, kind, record_key, kept_id, revision_number, until_revision)"
                    + " select id, 'MEETING', record_key, id, 1, 2 from topic where record_key = 'covid-19'"),
            // What is no character is not read as a question mark.
            List.of("update revision set editor = concat(editor, '?') where number = 1"),
            List.of("update revision_line set salt = 'zz' where revision_number = 1"),
            List.of("update revision_proof set salt = 'zz' where revision_number = 1"),
            List.of(
                "update record_change set after_members = '{\"a\":1.5}' where revision_number = 1"))) {
      statements.forEach(this::run);
      assertFalse(faults().isEmpty(), statements.toString());
      entities.clear();
      sql("rollback to savepoint edited");
    }
  }

  /** By somebody who has the key too: whoever kept an older head sees it. */
  @Test
  void whoRewritesAllOfItIsFoundByAKeptHead() {
    SignedHead kept = Objects.requireNonNull(verification.verify(List.of(), r -> {}).head());
    assertEquals(List.of(), faults(kept.note()));
    run("update revision set editor = 'nobody' where number = 1");
    sealAllAnew();
    assertEquals(List.of(), faults());
    List<String> faults = faults(kept.note());
    assertEquals(1, faults.size());
    assertTrue(faults.get(0).contains("is of another record"), faults.get(0));
    assertTrue(
        faults(kept.note().replace("\n" + kept.size() + "\n", "\n1\n"))
            .get(0)
            .contains("has signed"));
  }

  private void sealAllAnew() {
    run("delete from proof_node");
    run("delete from revision_proof");
    entities.clear();
    for (Revision revision :
        entities.createQuery("from Revision r order by r.number", Revision.class).getResultList()) {
      new RevisionSeal(key).seal(entities, revision, revision.getReason());
    }
  }

  private static final String REFUSED = "refused by the database";

  /** What is told of a change of the first row; nothing where it was not seen. */
  private String changed(String table, String change) {
    return fate(
        "update %1$s set %2$s where %3$s = (select %3$s from %1$s %4$s limit 1)"
            .formatted(table, change, rowId(), first(table)));
  }

  /** The first revision where there are several. */
  private static String first(String table) {
    return table.equals("revision")
        ? "order by number"
        : table.startsWith("revision_") || table.equals("record_change")
            ? "order by revision_number"
            : "";
  }

  private String fate(String sql) {
    try {
      run(sql);
      return String.join("\n", faults());
    } catch (PersistenceException refused) {
      return REFUSED;
    } finally {
      entities.clear();
      sql("rollback to savepoint edited");
    }
  }

  private void run(String sql) {
    assertTrue(entities.createNativeQuery(sql).executeUpdate() > 0, sql);
  }

  /** Which columns are changed on this database: 0 or 1 for every other one. */
  abstract int isOddHere();

  /** What a row is known by, without its key. */
  abstract String rowId();

  private record Column(String table, String name, String type) {

    /** SQL that makes its value another one. */
    String change() {
      String other =
          switch (type) {
            case "uuid" -> "cast('00000000-0000-4000-8000-000000000000' as uuid)";
            case "integer", "bigint" -> "coalesce(%s, 0) + 1".formatted(name);
            case "date" ->
                "case when %1$s = date '2000-01-01' then date '2000-01-02' else date '2000-01-01' end"
                    .formatted(name);
            case "array" ->
                "case when %1$s = cast(array['x'] as varchar(2000) array) then cast(array['y'] as varchar(2000) array) else cast(array['x'] as varchar(2000) array) end"
                    .formatted(name);
            case "timestamp with time zone" -> "%s + interval '0.000001' second".formatted(name);
            default ->
                "case when %1$s like 'a%%' then 'b' else 'a' end || coalesce(substring(%1$s from 2), '')"
                    .formatted(name);
          };
      return name + " = " + other;
    }
  }

  private List<Column> columns() {
    return rows(
            "select lower(table_schema), lower(table_name), lower(column_name), lower(data_type) from information_schema.columns"
                + " where lower(table_schema) in ('public', 'history') order by 1, 2, ordinal_position",
            row ->
                new Column(
                    (row.getString(1).equals("history") ? "history." : "") + row.getString(2),
                    row.getString(3),
                    row.getString(4)))
        .stream()
        .filter(column -> !NO_RECORD.contains(column.table().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private List<String> tables() {
    return columns().stream().map(Column::table).distinct().toList();
  }

  @FunctionalInterface
  private interface Reader<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Reader<T> reader) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> read(connection, sql, reader));
  }

  private static <T> List<T> read(Connection connection, String sql, Reader<T> reader)
      throws SQLException {
    List<T> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(reader.of(rows));
      }
    }
    return found;
  }
}
