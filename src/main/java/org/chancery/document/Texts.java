package org.chancery.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What can be a text of the record. */
final class Texts {

  private Texts() {}

  /** What is wrong with a text, as the rest of a sentence; null where nothing is. */
  static @Nullable String faultOf(String text) {
    int[] points = CanonicalForm.withPlainLines(text).codePoints().toArray();
    for (int at = 0; at < points.length; at++) {
      if (isNoCharacter(points[at])) {
        return "has the character U+%04X at %d, which is %s: take it out."
            .formatted(
                points[at],
                at,
                Character.isISOControl(points[at])
                    ? "a control character"
                    : "half of a character or none");
      }
    }
    return points.length > 0 && Arrays.stream(points).noneMatch(Texts::isSeen)
        ? "has nothing in it that can be seen: write it, or leave it out."
        : null;
  }

  private static boolean isNoCharacter(int point) {
    return (Character.isISOControl(point) && point != '\n' && point != '\t')
        || Character.getType(point) == Character.SURROGATE
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  private static boolean isSeen(int point) {
    return !Character.isWhitespace(point)
        && !Character.isSpaceChar(point)
        && Character.getType(point) != Character.FORMAT
        && Character.getType(point) != Character.CONTROL;
  }
}
