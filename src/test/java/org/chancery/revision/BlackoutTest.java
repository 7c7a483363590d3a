package org.chancery.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlackoutTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abcd            | abc bcd   | ████      | [erased]
          aaa             | aa        | ███       | [erased]
          xabcx           | abc       | x███x     | x███x
          a somewhat long | somewhat  | a [erased] long | a [erased] long
          a somewhat long | what l    | a some██████ong | a some██████ong
          [erased██] e    | e erased  | [erased██] █ | [erased██] █
          a𝔸b            | 𝔸         | a█b       | a█b
          nothing         | word      | nothing   | nothing
          one one         | one       | ███ ███   | ███ ███
          """)
  void passagesGoAndTheRestStays(String text, String passages, String counted, String value) {
    Blackout blackout =
        Blackout.of(
            passages.startsWith("what") ? List.of(passages) : List.of(passages.split(" ", -1)));
    assertEquals(counted, blackout.text(text));
    assertEquals(value, blackout.value(text));
  }

  @Test
  void allOfATextIsAsLongAsItWas() {
    assertEquals("███", Blackout.ofAll().text("abc"));
    assertEquals("[erased]", Blackout.ofAll().value("abc"));
    assertEquals("[erased██]", Blackout.ofAll().text("0123456789"));
    assertEquals("[erased██]", Blackout.ofAll().text("[erased██]"));
  }
}
