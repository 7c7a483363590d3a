package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text, in which no mark begins or ends.
 *
 * @param key of what it is marked with; null where it is not
 */
@TemplateData
public record Piece(String text, @Nullable String key) {

  /** Whether it is marked. */
  public boolean quoted() {
    return key != null;
  }

  /**
   * From one code point of a text to another.
   *
   * @param end the first one that is not in it any more
   */
  record Mark(int start, int end, String key) {}

  /** A text in its pieces; where marks overlap the first of them counts. */
  static List<Piece> of(String text, List<Mark> marks) {
    int length = text.codePointCount(0, text.length());
    TreeSet<Integer> ends = new TreeSet<>(List.of(0, length));
    for (Mark mark : marks) {
      ends.add(Math.min(mark.start(), length));
      ends.add(Math.min(mark.end(), length));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int begin = 0;
    for (int end : ends.tailSet(1)) {
      int to = text.offsetByCodePoints(from, end - begin);
      pieces.add(new Piece(text.substring(from, to), keyAt(begin, marks)));
      from = to;
      begin = end;
    }
    return pieces;
  }

  private static @Nullable String keyAt(int point, List<Mark> marks) {
    return marks.stream()
        .filter(mark -> mark.start() <= point && point < mark.end())
        .findFirst()
        .map(Mark::key)
        .orElse(null);
  }
}
