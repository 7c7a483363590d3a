package org.chancery.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes words out of texts, and leaves there that it did: {@code [erased]}. Where offsets count the
 * characters of a text it stays as long as it was, so that what stands at them is there still.
 */
public final class Blackout {

  /** Stands for words that were erased. */
  static final String ERASED = "[erased]";

  private static final String BLOCK = "█";

  private final List<String> passages;
  private final boolean isOfAll;

  private Blackout(Collection<String> passages, boolean isOfAll) {
    // The longest first: a short one can be part of it.
    this.passages =
        passages.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(one -> one))
            .toList();
    this.isOfAll = isOfAll;
  }

  /** Of all words. */
  static Blackout ofAll() {
    return new Blackout(List.of(), true);
  }

  /** Of these words wherever they stand, letter by letter as they are. */
  static Blackout of(Collection<String> passages) {
    return new Blackout(passages, false);
  }

  /** A text whose characters are counted: it keeps its number of code points. */
  @Nullable String text(@Nullable String text) {
    return erased(text, true);
  }

  /** Any other text. */
  @Nullable String value(@Nullable String text) {
    return erased(text, false);
  }

  private @Nullable String erased(@Nullable String text, boolean isCounted) {
    if (text == null) {
      return null;
    }
    if (isOfAll) {
      return instead(text, isCounted);
    }
    String left = text;
    for (String passage : passages) {
      left = left.replace(passage, instead(passage, isCounted));
    }
    return left;
  }

  /** Whether nothing of a text is left. */
  boolean isWhole(String text) {
    return ERASED.equals(value(text));
  }

  /** Whether anything of a text goes. */
  boolean touches(@Nullable String text) {
    return text != null && (isOfAll || passages.stream().anyMatch(text::contains));
  }

  private static String instead(String words, boolean isCounted) {
    if (!isCounted) {
      return ERASED;
    }
    int length = words.codePointCount(0, words.length());
    return length < ERASED.length()
        ? BLOCK.repeat(length)
        : ERASED.substring(0, ERASED.length() - 1)
            + BLOCK.repeat(length - ERASED.length())
            + ERASED.substring(ERASED.length() - 1);
  }
}
