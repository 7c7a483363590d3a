package org.chancery.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, as they are searched: in lower case, without accents, vowel signs and
 * points, a Latin letter with strokes as the plain one ("ø" as "o"). A word is a run of letters and
 * digits, or letters with dots between them ("U.S." is "us"); where a script writes without spaces,
 * every letter is one. Both databases keep these words, so that both find the same.
 */
public final class Words {

  /**
   * Stands between two texts, so that no phrase reaches from one into the other. It sorts before
   * whatever a word has: a name goes before those that begin with it.
   */
  private static final String BREAK = "!";

  /** PostgreSQL's text search takes 2 KiB for a word, and nobody looks for a longer one. */
  private static final int LONGEST_WORD = 100;

  /** What has no width, or only says which of two glyphs is meant, and divides no word. */
  private static final String INVISIBLE =
      "\\u00ad\\u200c\\u200d\\u2060\\ufeff\\ufe00-\\ufe0f\\x{e0100}-\\x{e01ef}";

  /** Letters of scripts that are written without spaces, and the sign for a long vowel in one. */
  private static final String UNSPACED =
      "\\p{IsIdeographic}\\u30fc[\\p{L}&&[\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]]";

  /** One character for a numerator and a denominator. */
  private static final String FRACTION = "\\u00bc-\\u00be\\u2150-\\u215f\\u2189";

  private static final Pattern LEADING_UNSPACED = Pattern.compile("[" + UNSPACED + "]");

  private static final String LETTER = "[\\p{L}&&[^" + UNSPACED + "]]\\p{M}*";

  private static final Pattern WORD =
      Pattern.compile(
          String.join(
              "|",
              "[" + UNSPACED + "][\\p{M}\\uff9e\\uff9f" + INVISIBLE + "]*",
              "[" + FRACTION + "]",
              "(?<![\\p{L}\\p{M}\\p{N}])(?:"
                  + LETTER
                  + "\\.){1,"
                  + LONGEST_WORD
                  + "}"
                  + LETTER
                  + "(?![\\p{L}\\p{M}\\p{N}])",
              "[\\p{L}\\p{M}\\p{N}" + INVISIBLE + "&&[^" + UNSPACED + FRACTION + "]]+"));

  /** Accents; points and vowel signs of Hebrew and Arabic, and what draws Arabic letters out. */
  private static final Pattern DROPPED =
      Pattern.compile(
          "[\\p{InCombiningDiacriticalMarks}"
              + "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7"
              + "\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed"
              + INVISIBLE
              + "]+");

  /** Stands between the two numbers that a fraction is taken apart into. */
  private static final String FRACTION_SLASH = "\u2044";

  private static final char ALEF = '\u0627';
  private static final char ALEF_WASLA = '\u0671';

  /**
   * Marks on one letter, as Unicode's Stream-Safe Text Format has them (UAX #15): to bring a longer
   * run into order takes time that grows with its square.
   */
  private static final int MOST_MARKS = 30;

  private static final int FIRST_BEYOND_ASCII = 128;

  /** ASCII folding makes four characters of one at the most. */
  private static final int MOST_OF_ONE = 4;

  /** So many characters say where something stands among others: a title has fewer, mostly. */
  private static final int BEGINNING = 600;

  private Words() {}

  /** The words of each text in what {@link #of} gives. */
  public static List<String> ofEach(String searchWords) {
    return List.of(searchWords.split(BREAK, -1));
  }

  /** The beginning of what {@link #of} gives: a thing can have very many names. */
  public static String beginning(String searchWords) {
    return searchWords.codePointCount(0, searchWords.length()) <= BEGINNING
        ? searchWords
        : searchWords.substring(0, searchWords.offsetByCodePoints(0, BEGINNING));
  }

  /**
   * A word where it stands in a text.
   *
   * @param word as it is searched
   * @param start where it starts in the text, in Java characters
   * @param end the offset after its last character
   */
  record Place(String word, int start, int end) {}

  /**
   * The words of some texts as a column keeps them: with a space before and after each, and a break
   * between the texts.
   */
  public static String of(List<@Nullable String> texts) {
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      if (text != null) {
        List<Place> places = in(text);
        if (!all.isEmpty() && !places.isEmpty()) {
          all.add(BREAK);
        }
        places.forEach(place -> all.add(place.word()));
      }
    }
    return all.isEmpty() ? "" : all.stream().collect(Collectors.joining(" ", " ", " "));
  }

  /** The distinct words in what {@link #of} gives. */
  public static List<String> distinctIn(String words) {
    return Pattern.compile(" ")
        .splitAsStream(words.strip())
        .filter(word -> !word.isEmpty() && !word.equals(BREAK))
        .distinct()
        .toList();
  }

  static List<Place> in(String text) {
    return isPlain(text) ? inPlain(text) : inAny(text);
  }

  /** Whether its words are its runs of letters and digits: ASCII, and no letters joined by dots. */
  private static boolean isPlain(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= FIRST_BEYOND_ASCII
          || (text.charAt(at) == '.'
              && at + 1 < text.length()
              && Character.isLetter(text.charAt(at + 1)))) {
        return false;
      }
    }
    return true;
  }

  private static List<Place> inPlain(String text) {
    List<Place> places = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) {
        if (at > start) {
          places.add(new Place(shortened(text.substring(start, at)), start, at));
        }
        start = at + 1;
      }
    }
    return places;
  }

  private static String shortened(String word) {
    return word.substring(0, Math.min(word.length(), LONGEST_WORD)).toLowerCase(Locale.ROOT);
  }

  /** The same of any text, as of one that is plain. */
  static List<Place> inAny(String text) {
    List<Place> places = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String found = matcher.group();
      // Most words of most texts are, and need no more than this.
      if (isPlain(found)) {
        places.add(new Place(shortened(found), matcher.start(), matcher.end()));
        continue;
      }
      for (String part : decomposed(found).split(FRACTION_SLASH, -1)) {
        String word = fold(part);
        if (!word.isEmpty()) {
          places.add(new Place(word, matcher.start(), matcher.end()));
        }
      }
    }
    return places;
  }

  /** Whether a word is a letter of a script that is written without spaces. */
  static boolean isUnspaced(String word) {
    return LEADING_UNSPACED.matcher(word).lookingAt();
  }

  private static String decomposed(String word) {
    return Normalizer.normalize(withFewMarks(word), Normalizer.Form.NFKD);
  }

  private static String fold(String decomposed) {
    String letters = DROPPED.matcher(decomposed).replaceAll("").replace(ALEF_WASLA, ALEF);
    char[] plain = new char[letters.length() * MOST_OF_ONE];
    int length =
        ASCIIFoldingFilter.foldToASCII(letters.toCharArray(), 0, plain, 0, letters.length());
    String folded =
        new String(plain, 0, length)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            .replace('ς', 'σ');
    StringBuilder kept = new StringBuilder();
    folded.codePoints().forEach(letter -> append(kept, letter));
    String word = Normalizer.normalize(kept, Normalizer.Form.NFC);
    return word.substring(0, Math.min(word.length(), LONGEST_WORD));
  }

  private static String withFewMarks(String word) {
    if (word.length() <= MOST_MARKS) {
      return word;
    }
    StringBuilder kept = new StringBuilder(word.length());
    int marks = 0;
    for (int at = 0; at < word.length(); ) {
      int letter = word.codePointAt(at);
      at += Character.charCount(letter);
      marks = isMark(letter) ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        kept.appendCodePoint(letter);
      }
    }
    return kept.toString();
  }

  private static boolean isMark(int letter) {
    int type = Character.getType(letter);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /**
   * Letters only: folding turns some into brackets. Digits of all scripts are the same; letters
   * beyond 16 bits, which the two databases count differently, are written as their number.
   */
  private static void append(StringBuilder kept, int letter) {
    if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
      kept.append(Character.digit(letter, 10));
    } else if (Character.isLetterOrDigit(letter)
        || Character.getType(letter) == Character.OTHER_NUMBER) {
      kept.append(
          Character.isBmpCodePoint(letter)
              ? Character.toString(letter)
              : "u" + Integer.toHexString(letter));
    } else if (Character.getType(letter) == Character.NON_SPACING_MARK
        || Character.getType(letter) == Character.COMBINING_SPACING_MARK) {
      kept.appendCodePoint(letter);
    }
  }
}
