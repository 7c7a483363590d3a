package org.chancery.graphql.paging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.chancery.graphql.errors.RequestException;

/**
 * A keyset cursor: the list's name and the values of its order columns. It names a position and not
 * a row, so a page neither skips nor repeats anything when rows are added between two requests.
 */
final class Cursor {

  private static final char SEPARATOR = '\u001f';

  private Cursor() {}

  static String of(String list, List<String> place) {
    byte[] text =
        (list + SEPARATOR + String.join(String.valueOf(SEPARATOR), place))
            .getBytes(StandardCharsets.UTF_8);
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + text.length).putInt(checksumOf(text)).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * So that a cursor that lost a letter on its way is none, and not the cursor of another place.
   */
  private static int checksumOf(byte[] text) {
    CRC32 checksum = new CRC32();
    checksum.update(text);
    return (int) checksum.getValue();
  }

  /**
   * The values that a cursor of this list holds.
   *
   * @throws RequestException where the text is no cursor, or one of another list
   */
  static List<Object> read(String cursor, String list, KeysetOrder<?> order) {
    List<String> parts = decode(cursor);
    if (parts.size() > 1 && !parts.get(0).equals(list)) {
      throw RequestException.badInput(
          "The cursor \"%s\" is one of %s, not of %s. Send a cursor that this list gave.",
          cursor, parts.get(0), list);
    }
    List<Object> values = order.values(parts.subList(Math.min(1, parts.size()), parts.size()));
    if (values == null) {
      throw RequestException.badInput(
          "\"%s\" is not a cursor. Send one as pageInfo or an edge gave it, or none to start from the beginning.",
          cursor);
    }
    return values;
  }

  private static List<String> decode(String cursor) {
    try {
      ByteBuffer whole = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      int checksum = whole.getInt();
      byte[] text = new byte[whole.remaining()];
      whole.get(text);
      return checksum == checksumOf(text)
          ? split(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString())
          : List.of();
    } catch (IllegalArgumentException
        | BufferUnderflowException
        | CharacterCodingException notOurs) {
      return List.of();
    }
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(SEPARATOR); at >= 0; at = text.indexOf(SEPARATOR, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }
}
