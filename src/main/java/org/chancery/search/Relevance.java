package org.chancery.search;

import java.util.List;

/**
 * How much of a text the wanted words make up, in thousandths of its characters. Reckoned in the
 * database to order by, and here, to the same number, for a cursor. PostgreSQL's own ranking is
 * another on H2, and would order the same record otherwise there.
 */
public final class Relevance {

  private Relevance() {}

  /** What the database reckons by {@link #hql}. */
  public static int of(String words, List<String> wanted) {
    String rest = words;
    for (String word : wanted) {
      rest = rest.replace(" " + word + " ", " ");
    }
    return words.isEmpty() ? 0 : 1000 * (words.length() - rest.length()) / words.length();
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
    return "(1000 * (length(%1$s) - length(%2$s)) / greatest(1, length(%1$s)))"
        .formatted(words, rest);
  }
}
