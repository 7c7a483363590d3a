package org.chancery.search;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The share of the wanted words in a text, in thousandths of its bytes. Computed in the database
 * for the order, and here, to the same number, for a cursor. PostgreSQL's own ranking does not
 * exist on H2, which would order the same record otherwise.
 */
public final class Relevance {

  private Relevance() {}

  /** What the database reckons by {@link #expression}. */
  public static int of(String words, List<String> wanted) {
    String rest = words;
    for (String word : wanted) {
      rest = rest.replace(" " + word + " ", " ");
    }
    int all = bytesOf(words);
    return all == 0 ? 0 : 1000 * (all - bytesOf(rest)) / all;
  }

  private static int bytesOf(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * HQL for the relevance of a column of {@link Words}.
   *
   * @param words the column
   * @param wanted the words
   */
  public static Expression expression(String words, List<String> wanted) {
    Map<String, Object> parameters = new HashMap<>();
    String rest = words;
    for (String word : wanted) {
      String name = "wanted" + parameters.size();
      parameters.put(name, " " + word + " ");
      rest = "replace(%s, :%s, ' ')".formatted(rest, name);
    }
    return new Expression("relevance(%s, %s)".formatted(rest, words), parameters);
  }

  /** HQL, and the values of its parameters. */
  public record Expression(String hql, Map<String, Object> parameters) {}
}
