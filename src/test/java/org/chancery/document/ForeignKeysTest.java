package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.chancery.OnPostgresql;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** PostgreSQL makes no index for a foreign key by itself, and reads the whole table without one. */
@QuarkusTest
@TestProfile(OnPostgresql.class)
class ForeignKeysTest {

  private static final String FOREIGN_KEYS =
      "select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace";

  @Inject Session session;

  @Test
  void haveAnIndexThatBeginsWithTheirColumns() {
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

  private List<String> names(String sql) {
    return session.createNativeQuery(sql, String.class).getResultList();
  }
}
