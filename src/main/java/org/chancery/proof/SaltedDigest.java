package org.chancery.proof;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a salt and of texts after it. Short sentences could be guessed from their hash
 * alone; without the salt, which goes with the words when they are erased, nobody can.
 */
public final class SaltedDigest {

  /** Bytes: as much as the hash is worth against guessing. */
  private static final int SALT = 16;

  /** Made when it is first used: an executable would be built with its seed in it. */
  private static volatile @Nullable SecureRandom random;

  private final MessageDigest hash = Sha256.begin();

  /**
   * Begins with a salt.
   *
   * @param salt as {@link #newSalt} makes it
   * @throws IllegalArgumentException where it is none
   */
  public SaltedDigest(String salt) {
    if (!isSalt(salt)) {
      throw new IllegalArgumentException("This is no salt");
    }
    hash.update(HexFormat.of().parseHex(salt));
  }

  /** Whether a text is a salt. */
  public static boolean isSalt(String text) {
    return text.length() == 2 * SALT
        && text.chars().allMatch(one -> (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f'));
  }

  /** A random one, in hexadecimal digits. */
  public static String newSalt() {
    SecureRandom used = random;
    if (used == null) {
      used = new SecureRandom();
      random = used;
    }
    byte[] salt = new byte[SALT];
    used.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /** Goes on with a text, in UTF-8. */
  public SaltedDigest add(String text) {
    hash.update(Sha256.utf8(text));
    return this;
  }

  /** In hexadecimal digits; it begins anew then, without a salt. */
  public String hex() {
    return Sha256.hex(hash.digest());
  }
}
