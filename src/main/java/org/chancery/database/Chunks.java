package org.chancery.database;

import java.util.ArrayList;
import java.util.List;

/** Long lists in pieces, of which one is asked for, or held in memory, at a time. */
public final class Chunks {

  private Chunks() {}

  /**
   * Views of a list, one after the other.
   *
   * @param size of each but the last, which may be shorter
   */
  public static <T> List<List<T>> of(List<T> all, int size) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      chunks.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return chunks;
  }
}
