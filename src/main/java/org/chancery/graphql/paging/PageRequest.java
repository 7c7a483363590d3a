package org.chancery.graphql.paging;

import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code first} from {@code after} on, or {@code last} up to
 * {@code before}, as the Relay specification has it.
 *
 * @param size how many at the most, 1 to 100
 * @param backward whether they are the last ones before a cursor rather than the first ones after
 *     it
 * @param after only what comes after this cursor; null from the start
 * @param before only what comes before this cursor; null to the end
 */
public record PageRequest(
    int size, boolean backward, @Nullable String after, @Nullable String before) {

  public static final int DEFAULT_SIZE = 20;
  public static final int MOST = 100;

  /** What the arguments of a connection mean, null being the same as left out. */
  public static PageRequest of(
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Integer last,
      @Nullable String before) {
    if (first != null && last != null) {
      throw RequestException.badInput(
          "\"first\" and \"last\" do not go together: send \"first\" (with \"after\") to page forward, or \"last\" (with"
              + " \"before\") to page backward.");
    }
    if (first != null) {
      return new PageRequest(checked("first", first), false, after, before);
    }
    if (last != null) {
      return new PageRequest(checked("last", last), true, after, before);
    }
    return new PageRequest(DEFAULT_SIZE, false, after, before);
  }

  /** How many of a list without pages, null being the same as left out. */
  public static int size(@Nullable Integer first) {
    return first == null ? DEFAULT_SIZE : checked("first", first);
  }

  private static int checked(String argument, int size) {
    if (size < 1 || size > MOST) {
      throw RequestException.badInput(
          "\"%s\" is %d; it can be 1 to %d. Page through longer lists with pageInfo's cursors.",
          argument, size, MOST);
    }
    return size;
  }
}
