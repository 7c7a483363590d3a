package org.chancery.graphql.limits;

import java.util.Collection;
import java.util.Map;
import org.chancery.search.SearchText;
import org.jspecify.annotations.Nullable;

/**
 * How many conditions a filter tests on each row: one for each value, though a list is one unless
 * {@code allOf}; one for each word of a text, and one more for each phrase.
 */
final class FilterConditions {

  /** Lists all of whose values are asked for, one by one. */
  private static final String EACH = "allOf";

  /** So many values of any other list take as long as another condition. */
  private static final int VALUES_OF_A_CONDITION = 20;

  private static final String TEXT = "text";

  /** Always a row of its own. */
  private static final String MEETING = "meeting";

  /** Columns of the row itself. */
  private static final String DATE = "date";

  /** How a range is compared, which is asked of nothing more. */
  private static final String MATCH = "match";

  private FilterConditions() {}

  /** Of a filter as a request gives it; 0 of none. */
  static long in(@Nullable Object filter) {
    return filter instanceof Map<?, ?> members
        ? members.entrySet().stream()
            .mapToLong(member -> in(String.valueOf(member.getKey()), member.getValue()))
            .sum()
        : 0;
  }

  private static long in(String name, @Nullable Object value) {
    if (value == null || name.equals(MATCH)) {
      return 0;
    }
    if (value instanceof Map<?, ?> members) {
      // Keys and values alone are tested on the links; anything else on the rows that they lead to.
      boolean ofLists = members.values().stream().allMatch(FilterConditions::isOfLists);
      boolean ofItself = name.equals(DATE) || (ofLists && !name.equals(MEETING));
      return in(value) + (ofItself ? 0 : 1);
    }
    if (value instanceof Collection<?> items) {
      return name.equals(EACH) ? items.size() : 1 + items.size() / VALUES_OF_A_CONDITION;
    }
    return name.equals(TEXT) && value instanceof String typed ? inText(typed) : 1;
  }

  /** Whether it is a list, or what is given of anyOf, allOf and noneOf. */
  private static boolean isOfLists(@Nullable Object value) {
    return value instanceof Collection
        || (value instanceof Map<?, ?> members
            && members.values().stream().allMatch(Collection.class::isInstance));
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
