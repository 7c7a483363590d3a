package org.chancery.document;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a document, none of which is held in memory where it is too long for a thing. */
final class DocumentLines {

  /** Characters of a line; a meeting with all of its accounts has some hundred thousand. */
  static final int MOST = 10_000_000;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Reader document;
  private boolean begun;

  DocumentLines(Reader document) {
    this.document = document;
  }

  /** A line that is longer. */
  static final class TooLongException extends IOException {}

  /** The next line, without what ends it; null after the last. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    int letter = document.read();
    if (!begun && letter == BYTE_ORDER_MARK) {
      letter = document.read();
    }
    begun = true;
    if (letter < 0) {
      return null;
    }
    for (; letter >= 0 && letter != '\n'; letter = document.read()) {
      if (line.length() == MOST) {
        throw new TooLongException();
      }
      line.append((char) letter);
    }
    return line.toString();
  }
}
