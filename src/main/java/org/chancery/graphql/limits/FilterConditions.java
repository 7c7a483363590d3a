package org.chancery.graphql.limits;

import java.util.Collection;
import java.util.Map;
import org.chancery.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * How many things a filter asks of each row that is looked at: as many as it has values, a list
 * that any value of will do counting once, and as many as a text has words, a phrase counting once
 * more.
 */
final class FilterConditions {

  /** Lists all of whose values are asked for, one by one. */
  private static final String EACH = "allOf";

  /** Of a list any value of which will do, so many take as long as another thing that is asked. */
  private static final int VALUES_OF_A_CONDITION = 20;

  private static final String TEXT = "text";

  private FilterConditions() {}

  static long in(@Nullable Object filter) {
    return filter instanceof Map<?, ?> members
        ? members.entrySet().stream()
            .mapToLong(member -> in(String.valueOf(member.getKey()), member.getValue()))
            .sum()
        : 0;
  }

  private static long in(String name, @Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Map<?, ?> members) {
      // Of keys alone it is the links that are asked; of anything else the row that they lead to.
      boolean ofKeys = members.values().stream().allMatch(Collection.class::isInstance);
      return in(value) + (ofKeys ? 0 : 1);
    }
    if (value instanceof Collection<?> items) {
      return name.equals(EACH) ? items.size() : 1 + items.size() / VALUES_OF_A_CONDITION;
    }
    return name.equals(TEXT) && value instanceof String typed ? inText(typed) : 1;
  }

  private static long inText(String typed) {
    try {
      return SearchText.of(typed).conditions();
    } catch (IllegalArgumentException nothingToLookFor) {
      // Is refused at its field.
      return 0;
    }
  }
}
