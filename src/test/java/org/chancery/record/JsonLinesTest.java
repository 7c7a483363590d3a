package org.chancery.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void linesEndWithLfOrCrLfOrTheStream() throws Exception {
    JsonLines lines = of("\uFEFFone\r\n\n 气\r \n\r\nlast".getBytes(StandardCharsets.UTF_8), 100);
    assertEquals("one", lines.next());
    assertEquals("", lines.next());
    assertEquals(" 气\r ", lines.next());
    assertEquals("", lines.next());
    assertEquals("last", lines.next());
    assertEquals(5, lines.number());
    assertNull(lines.next());
    assertNull(of(new byte[0], 100).next());
  }

  @Test
  void whatCannotBeReadIsOneLineAndTheNextOneComesAfterIt() throws Exception {
    JsonLines lines = of("12345\n123456\n12\377\nend\n".getBytes(StandardCharsets.ISO_8859_1), 5);
    assertEquals("12345", lines.next());
    assertThrows(JsonLines.TooLongException.class, () -> String.valueOf(lines.next()));
    assertThrows(CharacterCodingException.class, () -> String.valueOf(lines.next()));
    assertEquals("end", lines.next());
    assertEquals(4, lines.number());
    assertNull(lines.next());
  }

  private static JsonLines of(byte[] bytes, int most) {
    return new JsonLines(new ByteArrayInputStream(bytes), most);
  }
}
