package org.chancery.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What one SQL statement asks for at once, as an array. */
public final class ArrayParameters {

  /**
   * PostgreSQL's generic plan assumes ten values. For fewer it expects less work than that plan
   * takes, and plans anew at each execution; so shorter arrays are padded to ten.
   */
  private static final int AT_LEAST = 10;

  private ArrayParameters() {}

  public static UUID[] ids(Collection<UUID> ids) {
    return padded(ids).toArray(UUID[]::new);
  }

  public static String[] keys(Collection<String> keys) {
    return padded(keys).toArray(String[]::new);
  }

  public static Integer[] numbers(Collection<Integer> numbers) {
    return padded(numbers).toArray(Integer[]::new);
  }

  private static <V> Collection<V> padded(Collection<V> values) {
    if (values.isEmpty() || values.size() >= AT_LEAST) {
      return values;
    }
    List<V> padded = new ArrayList<>(values);
    padded.addAll(Collections.nCopies(AT_LEAST - values.size(), values.iterator().next()));
    return padded;
  }
}
