package org.chancery.graphql.errors;

import java.util.List;
import java.util.stream.Collectors;

/** How much of a client's own text it is told again: enough to know it by, whatever was sent. */
public final class Echo {

  /** Characters of a name, key or text. */
  private static final int MOST = 100;

  /** Characters of a sentence that has several of them. */
  private static final int MOST_OF_A_SENTENCE = 300;

  private static final int MOST_OF_A_LIST = 3;

  private static final String MORE = "…";

  private Echo() {}

  /** The text, or its beginning. */
  public static String of(String text) {
    return cut(text, MOST);
  }

  /** Some of these in quotation marks, each cut by itself. */
  static String quoted(List<?> texts) {
    return texts.stream()
        .limit(MOST_OF_A_LIST)
        .map(text -> "\"" + of(String.valueOf(text)) + "\"")
        .collect(Collectors.joining(" or "));
  }

  /** The sentence, with each run of letters that is too long for a name cut. */
  static String sentence(String text) {
    StringBuilder shortened = new StringBuilder();
    int run = 0;
    for (int i = 0; i < text.length() && shortened.length() <= MOST_OF_A_SENTENCE; i++) {
      char letter = text.charAt(i);
      run = letter == ' ' ? 0 : run + 1;
      if (run <= MOST) {
        shortened.append(letter);
      } else if (run == MOST + 1) {
        shortened.append(MORE);
      }
    }
    return cut(shortened.toString(), MOST_OF_A_SENTENCE);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    return text.substring(0, end) + MORE;
  }
}
