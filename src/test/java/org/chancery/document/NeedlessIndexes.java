package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Each index is written with each row: none is there that another one makes needless. */
abstract class NeedlessIndexes {

  @Inject Session session;

  /** SQL for the table of each index, its name, whether a constraint needs it, and its columns. */
  abstract String indexes();

  private record Index(String table, String name, boolean isNeeded, String columns) {

    boolean beginsWith(Index other) {
      return table.equals(other.table) && (columns + ",").startsWith(other.columns + ",");
    }
  }

  @Test
  void noIndexBeginsWithAllOfAnother() {
    List<Index> all =
        session.createNativeQuery(indexes(), Object[].class).getResultList().stream()
            .map(
                row ->
                    new Index(
                        String.valueOf(row[0]),
                        String.valueOf(row[1]),
                        (Boolean) row[2],
                        String.valueOf(row[3])))
            .toList();
    assertFalse(all.isEmpty());
    assertEquals(
        List.of(),
        all.stream()
            .filter(one -> !one.isNeeded())
            .flatMap(
                one ->
                    all.stream()
                        .filter(other -> !other.equals(one) && other.beginsWith(one))
                        .map(other -> one + " is needless beside " + other))
            .toList());
  }
}
