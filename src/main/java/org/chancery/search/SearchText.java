package org.chancery.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody looks for: words that all have to be there, {@code "phrases"}, words that begin so
 * ({@code kerr*}), and {@code -words} or {@code -"phrases"} that must not be.
 *
 * @param wanted the words and phrases that have to be there
 * @param unwanted those that must not be
 */
public record SearchText(List<Term> wanted, List<Term> unwanted) {

  /** Longer searches are lists of documents, and no searches. */
  public static final int MOST_WORDS = 30;

  /** Unicode code units; a page of a book has two or three thousand. */
  private static final int MOST_CHARACTERS = 1000;

  private static final Cache<String, SearchText> READ =
      Caffeine.newBuilder().maximumSize(200).build();

  /** Of all languages; either of a pair begins and ends a phrase. */
  private static final String QUOTES =
      "\"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u301d-\u301f\uff02";

  private static final String SPACE = "\\s\\p{Z}\\u200b";

  private static final Pattern TERM =
      Pattern.compile("(-?)(?:[%1$s]([^%1$s]*)[%1$s]?|([^%2$s%1$s]+))".formatted(QUOTES, SPACE));

  private static final Pattern PREFIX = Pattern.compile("[\\p{L}\\p{M}\\p{N}]\\*$");

  private static final int SHORTEST_PREFIX = 3;

  /** Korean writes a syllable as one letter, and particles behind words. */
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");

  private static final int SHORTEST_IN_SYLLABLES = 2;

  /**
   * A word, or a phrase: several words one after the other.
   *
   * @param words as {@link Words} keeps them
   * @param isPrefix whether the last is the beginning of a word
   */
  public record Term(List<String> words, boolean isPrefix) {

    Term(List<String> words) {
      this(words, false);
    }

    /** The words that have to stand there whole. */
    public List<String> whole() {
      return isPrefix ? words.subList(0, words.size() - 1) : words;
    }

    /** The last word. */
    public String last() {
      return words.get(words.size() - 1);
    }

    /**
     * Letters that are words by themselves are looked for together, as the phrase that they are.
     */
    int conditions() {
      long spaced = words.stream().filter(word -> !Words.isUnspaced(word)).count();
      return Math.toIntExact(spaced) + (isPhrase() ? 1 : 0) + (spaced < words.size() ? 1 : 0);
    }

    /** Whether the words have to follow each other. */
    public boolean isPhrase() {
      return words.size() > 1;
    }

    /** As it stands in the words of a text. */
    public String inWords() {
      return " " + String.join(" ", words) + (isPrefix ? "" : " ");
    }
  }

  /**
   * What {@link #parse} reads, once for all the places of a request that need it.
   *
   * @throws IllegalArgumentException as it does
   */
  public static SearchText of(String typed) {
    return READ.get(typed, SearchText::parse);
  }

  /**
   * Reads what a person types. Anything can be typed: what is neither word nor phrase is passed
   * over.
   *
   * @throws IllegalArgumentException with a message for whoever typed it, where no word is left or
   *     there are too many
   */
  static SearchText parse(String typed) {
    if (typed.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "The text has more than %d characters: look for a few words of it."
              .formatted(MOST_CHARACTERS));
    }
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
        (matcher.group(1).isEmpty() ? wanted : unwanted)
            .add(new Term(words, isPrefix(text, words)));
      }
    }
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      throw new IllegalArgumentException(
          "The text has no word to look for: send words, \"a phrase\" or -words, or no text.");
    }
    return new SearchText(List.copyOf(wanted), List.copyOf(unwanted));
  }

  /**
   * Whether what was typed ends as in "kerr*". A letter that is a word by itself begins no other.
   *
   * @throws IllegalArgumentException where so few letters stand before that half of all words would
   *     begin with them
   */
  private static boolean isPrefix(String typed, List<String> words) {
    String last = words.get(words.size() - 1);
    if (!PREFIX.matcher(typed).find() || Words.isUnspaced(last)) {
      return false;
    }
    int shortest = HANGUL.matcher(last).lookingAt() ? SHORTEST_IN_SYLLABLES : SHORTEST_PREFIX;
    if (last.length() < shortest) {
      throw new IllegalArgumentException(
          "\"%s*\" would find too much: write at least %d letters before \"*\"."
              .formatted(last, shortest));
    }
    return true;
  }

  /** The distinct words that are wanted whole, those of phrases too. */
  public List<String> wantedWords() {
    return wanted.stream().flatMap(term -> term.whole().stream()).distinct().toList();
  }

  /**
   * How much there is to look for: every word, and for a phrase that its words follow each other.
   */
  public int conditions() {
    return Stream.concat(wanted.stream(), unwanted.stream()).mapToInt(Term::conditions).sum();
  }
}
