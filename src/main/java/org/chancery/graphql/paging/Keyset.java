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
public record Keyset(String condition, Map<String, Object> parameters) {

  static Keyset of(String list, KeysetOrder<?> order, PageArguments request) {
    Map<String, Object> parameters = new HashMap<>();
    String after = bound(list, order, request.after(), false, parameters);
    String before = bound(list, order, request.before(), true, parameters);
    return new Keyset(after + " and " + before, parameters);
  }

  private static String bound(
      String list,
      KeysetOrder<?> order,
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
      KeysetOrder.Column<?, ?> column = order.columns().get(i);
      String parameter = (upper ? "before" : "after") + i;
      parameters.put(parameter, values.get(i));
      List<String> terms = new ArrayList<>(equalSoFar);
      terms.add(column.expression() + " " + sign(column, upper) + " :" + parameter);
      alternatives.add("(" + String.join(" and ", terms) + ")");
      equalSoFar.add(column.expression() + " = :" + parameter);
    }
    KeysetOrder.Column<?, ?> leading = order.columns().get(0);
    // The first column's own bound says nothing new, but lets the database start there in an index.
    return leading.expression()
        + " "
        + sign(leading, upper)
        + "= :"
        + (upper ? "before" : "after")
        + "0 and ("
        + String.join(" or ", alternatives)
        + ")";
  }

  private static String sign(KeysetOrder.Column<?, ?> column, boolean upper) {
    return column.descending() == upper ? ">" : "<";
  }
}
