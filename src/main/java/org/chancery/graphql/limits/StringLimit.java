package org.chancery.graphql.limits;

import java.util.Collection;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** How long each string of a request may be, so that nothing is done to a longer one. */
public final class StringLimit {

  private StringLimit() {}

  /**
   * Checks the strings in a value as JSON has it.
   *
   * @param most characters of each
   * @throws RequestException where one is longer
   */
  public static void check(@Nullable Object value, int most) {
    if (value instanceof String text && text.length() > most) {
      throw RequestException.beyondLimit("characters of a string", text.length(), most);
    }
    if (value instanceof Collection<?> items) {
      items.forEach(item -> check(item, most));
    } else if (value instanceof Map<?, ?> members) {
      members.values().forEach(member -> check(member, most));
    }
  }
}
