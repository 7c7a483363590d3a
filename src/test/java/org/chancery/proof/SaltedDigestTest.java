package org.chancery.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SaltedDigestTest {

  private static final String SALT = "00112233445566778899aabbccddeeff";

  private static String of(String text) {
    return new SaltedDigest(SALT).add(text).hex();
  }

  /** Java writes a question mark for half of a character. */
  @Test
  void noTextHasTheDigestOfAnother() {
    for (String half : new String[] {"\ud83d", "\ude00", "a\ud83d", "\ude00a"}) {
      assertNotEquals(of(half.replace('\ud83d', '?').replace('\ude00', '?')), of(half));
    }
    assertEquals(of("\ud83d\ude00"), of("😀"));
  }

  @Test
  void aSaltIsWrittenInOneWay() {
    assertThrows(
        IllegalArgumentException.class, () -> new SaltedDigest(SALT.toUpperCase(Locale.ROOT)));
    assertThrows(IllegalArgumentException.class, () -> new SaltedDigest("00"));
  }
}
