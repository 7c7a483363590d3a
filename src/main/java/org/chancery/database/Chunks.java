package org.chancery.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Long lists in pieces, of which one is asked for, or held in memory, at a time. */
public final class Chunks {

  private Chunks() {}

  /**
   * Views of a list, one after the other.
   *
   * @param size of each but the last, which may be shorter
   */
  public static <T> List<List<T>> of(List<T> all, int size) {
    return of(all, size, any -> 0, 0);
  }

  /**
   * The same, where some of a list can be much larger than others.
   *
   * @param weight of one of the list
   * @param most of the weight of all but the last in a piece
   */
  public static <T> List<List<T>> of(
      List<T> all, int size, ToIntFunction<? super T> weight, int most) {
    List<List<T>> chunks = new ArrayList<>();
    int from = 0;
    long weighs = 0;
    for (int at = 0; at < all.size(); at++) {
      if (at - from == size || weighs > most) {
        chunks.add(all.subList(from, at));
        from = at;
        weighs = 0;
      }
      weighs += weight.applyAsInt(all.get(at));
    }
    if (from < all.size()) {
      chunks.add(all.subList(from, all.size()));
    }
    return chunks;
  }
}
