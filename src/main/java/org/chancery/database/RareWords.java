package org.chancery.database;

import org.hibernate.Session;

/**
 * Which words to look up first in H2's table {@code search_word}, and which to test row by row: H2
 * does not know how common a word is. PostgreSQL does.
 */
public final class RareWords {

  /** So many matches take about as long to fetch as a list with the word in each 20th to scan. */
  private static final int MOST = 1000;

  private RareWords() {}

  /**
   * Whether {@code has_rare_word} is the better question about this word.
   *
   * @param isPrefix whether it is about all words that begin so: then {@code has_rare_prefix}
   */
  public static boolean has(Session session, String word, boolean isPrefix) {
    return Databases.isH2(session)
        && session
                .createNativeQuery(
                    "select count(*) from (select 1 from search_word w where %s limit ?2)"
                        .formatted(isPrefix ? HqlFunctions.BEGINS_SO : HqlFunctions.IS_IT),
                    Integer.class)
                .setParameter(1, word)
                .setParameter(2, MOST)
                .getSingleResult()
            < MOST;
  }
}
