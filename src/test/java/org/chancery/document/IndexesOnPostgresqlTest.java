package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.chancery.OnPostgresql;
import org.junit.jupiter.api.Test;

/** Where PostgreSQL would read a whole table without an index, and makes none by itself. */
@QuarkusTest
@TestProfile(OnPostgresql.class)
class IndexesOnPostgresqlTest extends NeedlessIndexes {

  private static final String FOREIGN_KEYS =
      "select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace";

  @Override
  String indexes() {
    return """
        select c.relnamespace::regnamespace || '.' || c.relname, x.relname, i.indisunique,
          (select string_agg(a.attname, ',' order by k.place)
            from unnest(i.indkey::smallint[]) with ordinality k(attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)
        from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_class x on x.oid = i.indexrelid
        where c.relnamespace in ('public'::regnamespace, 'history'::regnamespace) and i.indexprs is null
        """;
  }

  @Test
  void foreignKeysHaveOneThatBeginsWithTheirColumns() {
    assertFalse(names(FOREIGN_KEYS).isEmpty());
    assertEquals(
        List.of(),
        names(
            FOREIGN_KEYS
                + " and not exists (select 1 from pg_index i where i.indrelid = conrelid"
                // The first column is enough: it finds the rows, whatever the rest of the key
                // compares.
                + " and i.indkey[0] = any (conkey[1:1]))"));
  }

  /** Also those that a constraint of the present has, which the past has not. */
  @Test
  void thePastHasThoseOfThePresent() {
    String columns =
        "select c.relname || '.' || a.attname from pg_index i join pg_class c on c.oid = i.indrelid"
            + " join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]"
            + " where c.relnamespace = '%s'::regnamespace";
    List<String> ofThePast = names(columns.formatted("history"));
    List<String> tables =
        names("select relname from pg_class where relnamespace = 'history'::regnamespace");
    assertEquals(
        List.of(),
        names(columns.formatted("public")).stream()
            .filter(column -> tables.contains(column.replaceFirst("\\..*", "")))
            .filter(column -> !ofThePast.contains(column))
            .toList());
  }

  private List<String> names(String sql) {
    return session.createNativeQuery(sql, String.class).getResultList();
  }
}
