package org.chancery.record;

import java.util.regex.Pattern;

/** A text in a cell that a spreadsheet may open. */
public final class SpreadsheetCell {

  /** What spreadsheets take for the beginning of a formula, also behind what nobody sees. */
  private static final Pattern FORMULA =
      Pattern.compile("'|[\\s\\p{Z}\\p{C}]*[=+@\uff1d\uff0b\uff0d\uff20-]|[\\t\\r\\n]");

  private SpreadsheetCell() {}

  /**
   * The text, with an apostrophe before it where a spreadsheet would calculate it otherwise, and
   * where it begins with one.
   */
  public static String of(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
