package org.chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words that all have to be there, {@code "phrases"}, and {@code -words}
 * or {@code -"phrases"} that must not be.
 *
 * @param wanted the words and phrases that have to be there
 * @param unwanted those that must not be
 */
public record SearchText(List<Term> wanted, List<Term> unwanted) {

  /** Longer searches are lists of documents, and no searches. */
  public static final int MOST_WORDS = 30;

  private static final Pattern TERM =
      Pattern.compile("(?<=^|\\s)(-?)(?:[\"“”]([^\"“”]*)[\"“”]?|(\\S+))");

  /**
   * A word, or a phrase: several words one after the other.
   *
   * @param words as {@link Words} keeps them
   */
  public record Term(List<String> words) {

    /** Whether the words have to follow each other. */
    public boolean isPhrase() {
      return words.size() > 1;
    }

    /** As it stands in the words of a text. */
    public String inWords() {
      return " " + String.join(" ", words) + " ";
    }
  }

  /**
   * Reads what a person types. Anything can be typed: what is neither word nor phrase is passed
   * over.
   *
   * @throws IllegalArgumentException with a message for whoever typed it, where no word is left or
   *     there are too many
   */
  public static SearchText parse(String typed) {
    List<Term> wanted = new ArrayList<>();
    List<Term> unwanted = new ArrayList<>();
    int count = 0;
    Matcher matcher = TERM.matcher(typed);
    while (matcher.find()) {
      String text = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      List<String> words = Words.in(text).stream().map(Words.Place::word).toList();
      count += words.size();
      if (count > MOST_WORDS) {
        throw new IllegalArgumentException(
            "The text has more than %d words: look for fewer.".formatted(MOST_WORDS));
      }
      if (!words.isEmpty()) {
        (matcher.group(1).isEmpty() ? wanted : unwanted).add(new Term(words));
      }
    }
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      throw new IllegalArgumentException(
          "The text has no word to look for: send words, \"a phrase\" or -words, or no text.");
    }
    return new SearchText(List.copyOf(wanted), List.copyOf(unwanted));
  }

  /** The distinct words that are wanted, those of phrases too. */
  public List<String> wantedWords() {
    return wanted.stream().flatMap(term -> term.words().stream()).distinct().toList();
  }
}
