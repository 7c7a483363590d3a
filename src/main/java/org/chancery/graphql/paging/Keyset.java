package org.chancery.graphql.paging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition that a page's cursors put on its rows, compared column by column.
 *
 * @param condition HQL that is true where there are no cursors
 */
record Keyset(String condition, Map<String, Object> parameters) {

  static Keyset of(String list, Order<?> order, PageRequest request) {
    Map<String, Object> parameters = new HashMap<>();
    String after = bound(list, order, request.after(), false, parameters);
    String before = bound(list, order, request.before(), true, parameters);
    return new Keyset(after + " and " + before, parameters);
  }

  private static String bound(
      String list,
      Order<?> order,
      @Nullable String cursor,
      boolean upper,
      Map<String, Object> parameters) {
    if (cursor == null) {
      return "1 = 1";
    }
    List<Object> values = Cursor.read(cursor, list, order);
    List<String> alternatives = new ArrayList<>();
    List<String> equalSoFar = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Order.Column<?, ?> column = order.columns().get(i);
      String parameter = (upper ? "before" : "after") + i;
      parameters.put(parameter, values.get(i));
      List<String> terms = new ArrayList<>(equalSoFar);
      terms.add(
          "e.%s %s :%s"
              .formatted(column.path(), column.descending() == upper ? ">" : "<", parameter));
      alternatives.add("(" + String.join(" and ", terms) + ")");
      equalSoFar.add("e.%s = :%s".formatted(column.path(), parameter));
    }
    return "(" + String.join(" or ", alternatives) + ")";
  }
}
