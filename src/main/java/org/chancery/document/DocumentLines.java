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

  private static final int BUFFER = 64 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream document;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private int number;

  DocumentLines(InputStream document) {
    this.document = document;
  }

  /** A line that is longer; the next one comes after it. */
  static final class TooLongException extends IOException {}

  private boolean hasMore() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, document.read(buffer));
    }
    return from < to;
  }

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
    if (!hasMore()) {
      return null;
    }
    boolean isTooLong = false;
    boolean isOver = false;
    while (!isOver && hasMore()) {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      isTooLong |= line.size() + end - from > MOST;
      if (!isTooLong) {
        line.write(buffer, from, end - from);
      }
      isOver = end < to;
      from = isOver ? end + 1 : end;
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
