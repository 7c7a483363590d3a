package org.chancery.search;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The share of the wanted words in a text, in thousandths of its bytes. Computed in the database
 * for the order, and here, to the same number, for a cursor. PostgreSQL's own ranking does not
 * exist on H2, which would order the same record otherwise.
 */
public final class Relevance {

  private Relevance() {}

  /** What the database reckons by {@link #hql}. */
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
   * @param wanted a parameter for each wanted word, with a space before and after it
   */
  public static String hql(String words, List<String> wanted) {
    String rest = words;
    for (String parameter : wanted) {
      rest = "replace(%s, %s, ' ')".formatted(rest, parameter);
    }
    // PostgreSQL counts the characters of a text one by one, and knows its bytes.
    return "(1000 * (octet_length(%1$s) - octet_length(%2$s)) / greatest(1, octet_length(%1$s)))"
        .formatted(words, rest);
  }
}
