package org.chancery.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinesAheadTest {

  /** Has no text to be counted by. */
  @Test
  void whatCannotBeReadIsNotGatheredEither() throws IOException {
    byte[] bytes = new byte[1_000_000];
    for (int at = 0; at < bytes.length; at++) {
      bytes[at] = (byte) (at % 2 == 0 ? 0xff : '\n');
    }
    ByteArrayInputStream document = new ByteArrayInputStream(bytes);
    try (LinesAhead lines = new LinesAhead(document, new DocumentFormat())) {
      assertEquals("is not UTF-8.", Objects.requireNonNull(lines.next()).fault());
      assertTrue(document.available() > 900_000, document.available() + " bytes are left");
    }
  }
}
