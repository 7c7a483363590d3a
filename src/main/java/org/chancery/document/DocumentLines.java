package org.chancery.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a document, none of which is held in memory where it is too long for a thing. */
final class DocumentLines {

  /** Bytes of a line; a meeting with all of its accounts has some hundred thousand. */
  static final int MOST = 10_000_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream document;
  private int number;

  /**
   * Of a document.
   *
   * @param document is buffered
   */
  DocumentLines(InputStream document) {
    this.document = document;
  }

  /** A line that is longer; the next one comes after it. */
  static final class TooLongException extends IOException {}

  /** The number of the line that was last asked for, from 1 on. */
  int number() {
    return number;
  }

  /**
   * The next line, without what ends it; null after the last.
   *
   * @throws CharacterCodingException where it is not UTF-8; the next one comes after it
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    number++;
    int one = document.read();
    if (one < 0) {
      return null;
    }
    boolean isTooLong = false;
    for (; one >= 0 && one != '\n'; one = document.read()) {
      isTooLong |= line.size() == MOST;
      if (!isTooLong) {
        line.write(one);
      }
    }
    if (isTooLong) {
      throw new TooLongException();
    }
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray())).toString();
    return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
        ? text.substring(1)
        : text;
  }
}
