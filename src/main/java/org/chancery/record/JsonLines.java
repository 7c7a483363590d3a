package org.chancery.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of NDJSON in UTF-8, none of which is held in memory where it is too long. */
public final class JsonLines {

  private static final int BUFFER = 64 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream stream;
  private final int most;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private int number;

  /**
   * The lines of a stream, which stays open.
   *
   * @param most bytes that a line may have
   */
  public JsonLines(InputStream stream, int most) {
    this.stream = stream;
    this.most = most;
  }

  /** A line that is longer; the next one comes after it. */
  public static final class TooLongException extends IOException {}

  private boolean hasMore() throws IOException {
    if (from == to) {
      from = 0;
      to = Math.max(0, stream.read(buffer));
    }
    return from < to;
  }

  /** The number of the line that was last asked for, from 1 on. */
  public int number() {
    return number;
  }

  /**
   * The next line, without the LF or CR LF that ends it; null after the last.
   *
   * @throws TooLongException where it has more bytes than it may have
   * @throws CharacterCodingException where it is not UTF-8; the next one comes after it
   */
  public @Nullable String next() throws IOException {
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
      isTooLong |= line.size() + end - from > most;
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
    int begin = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    return text.substring(begin, text.endsWith("\r") ? text.length() - 1 : text.length());
  }
}
