package org.chancery.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes words out of texts, and leaves there that it did: {@code [erased]} for all of a text, and
 * for a passage as many characters as it had, so that what stands at offsets behind it is there
 * still.
 */
public final class Blackout {

  /** Stands for words that were erased. */
  static final String ERASED = "[erased]";

  private static final String BLOCK = "█";

  /** What an earlier one has left: it stays. */
  private static final Pattern MARK = Pattern.compile("\\[erased█*]");

  /** The same, and what is too short to say so. */
  private static final Pattern LEFT = Pattern.compile(MARK + "|" + BLOCK + "+");

  private final Collection<String> passages;
  private final List<Span> spans;
  private final boolean isOfAll;

  private Blackout(Collection<String> passages, List<Span> spans, boolean isOfAll) {
    this.passages = List.copyOf(passages);
    this.spans = List.copyOf(spans);
    this.isOfAll = isOfAll;
  }

  /**
   * A part of a text.
   *
   * @param start in Java characters
   * @param end behind its last one
   */
  record Span(int start, int end) {

    /** Whether a part of another one is in it, and not all of that. */
    boolean cuts(Span other) {
      return start < other.end && other.start < end && (start > other.start || end < other.end);
    }
  }

  /** Of all words. */
  static Blackout ofAll() {
    return new Blackout(List.of(), List.of(), true);
  }

  /** Of these words wherever they stand, letter by letter as they are. */
  static Blackout of(Collection<String> passages) {
    return new Blackout(passages, List.of(), false);
  }

  /** Of what stands at these places of one text. */
  Blackout and(List<Span> more) {
    return new Blackout(passages, more, isOfAll);
  }

  /** Which code points of a text stand for others, that were erased. */
  public static BitSet erasedIn(String text) {
    BitSet erased = new BitSet();
    Matcher left = LEFT.matcher(text);
    while (left.find()) {
      erased.set(text.codePointCount(0, left.start()), text.codePointCount(0, left.end()));
    }
    return erased;
  }

  /** A text whose characters are counted: it keeps its number of code points. */
  @Nullable String text(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (isOfAll) {
      return marked(text);
    }
    StringBuilder left = new StringBuilder(text);
    List<Span> found = found(text);
    for (int i = found.size() - 1; i >= 0; i--) {
      Span span = found.get(i);
      left.replace(span.start(), span.end(), marked(text.substring(span.start(), span.end())));
    }
    return left.toString();
  }

  /** Any other text. */
  @Nullable String value(@Nullable String text) {
    return text != null && (isOfAll || isWhole(text)) ? ERASED : text(text);
  }

  /** Whether nothing of a text is left. */
  boolean isWhole(String text) {
    return isOfAll || found(text).contains(new Span(0, text.length()));
  }

  /** Whether anything of a text goes. */
  boolean touches(@Nullable String text) {
    return text != null && (isOfAll || !found(text).isEmpty());
  }

  /** All places, those that touch each other as one. */
  private List<Span> found(String text) {
    List<Span> all = new ArrayList<>(spans);
    List<Span> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      marks.add(new Span(mark.start(), mark.end()));
    }
    for (String passage : passages) {
      for (int at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1)) {
        Span span = new Span(at, at + passage.length());
        if (marks.stream().noneMatch(span::cuts)) {
          all.add(span);
        }
      }
    }
    all.sort(Comparator.comparingInt(Span::start));
    List<Span> merged = new ArrayList<>();
    for (Span span : all) {
      Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && span.start() <= last.end()) {
        merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  private static String marked(String words) {
    int length = words.codePointCount(0, words.length());
    return length < ERASED.length()
        ? BLOCK.repeat(length)
        : ERASED.substring(0, ERASED.length() - 1)
            + BLOCK.repeat(length - ERASED.length())
            + ERASED.substring(ERASED.length() - 1);
  }
}
