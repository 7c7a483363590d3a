package org.chancery.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A head of the record in the form of a tlog checkpoint (c2sp.org/tlog-checkpoint): how many
 * revisions there are, and the root over them, as a text that is signed as a note
 * (c2sp.org/signed-note).
 *
 * @param origin the name of the record
 * @param size how many revisions it has
 * @param root over them, in hexadecimal digits
 */
public record Checkpoint(String origin, int size, String root) {

  /** The algorithm of a note's key; 1 is Ed25519. */
  private static final byte ED25519 = 1;

  /** Bytes of a note's key that tell which key it is. */
  private static final int HINT = 4;

  /** Bytes of an Ed25519 public key, and those that X.509 puts before it. */
  private static final int KEY = 32;

  private static final byte[] X509 = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final Pattern NOTE =
      Pattern.compile(
          "(?<text>(?<origin>[^\\n]+)\\n(?<size>0|[1-9][0-9]{0,9})\\n(?<root>[A-Za-z0-9+/=]{44})\\n)\\n"
              + "\u2014 (?<name>[^ \\n]+) (?<signature>[A-Za-z0-9+/=]+)\\n(?:\u2014 .*\\n)*");

  /** What is signed. */
  public String text() {
    return "%s\n%d\n%s\n"
        .formatted(origin, size, Base64.getEncoder().encodeToString(Sha256.ofHex(root)));
  }

  /** The text and its signature, as they are handed out. */
  String note(byte[] key, byte[] signature) {
    byte[] signed =
        ByteBuffer.allocate(HINT + signature.length).put(hint(origin, key)).put(signature).array();
    return "%s\n\u2014 %s %s\n"
        .formatted(text(), origin, Base64.getEncoder().encodeToString(signed));
  }

  /** The key in the form that witnesses take: name, hint and key. */
  static String verifierKey(String name, byte[] key) {
    byte[] typed = ByteBuffer.allocate(1 + key.length).put(ED25519).put(key).array();
    return "%s+%s+%s"
        .formatted(name, Sha256.hex(hint(name, key)), Base64.getEncoder().encodeToString(typed));
  }

  private static byte[] hint(String name, byte[] key) {
    ByteArrayOutputStream hashed = new ByteArrayOutputStream();
    hashed.writeBytes(Sha256.utf8(name));
    hashed.write('\n');
    hashed.write(ED25519);
    hashed.writeBytes(key);
    return Arrays.copyOf(Sha256.begin().digest(hashed.toByteArray()), HINT);
  }

  /** The 32 bytes of a public key. */
  static byte[] bytesOf(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
  }

  /** Whether somebody with this key signed a text. */
  static boolean isSigned(String text, byte[] signature, byte[] key) {
    try {
      PublicKey verifying =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(
                  new X509EncodedKeySpec(
                      ByteBuffer.allocate(X509.length + key.length).put(X509).put(key).array()));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(verifying);
      verifier.update(Sha256.utf8(text));
      return verifier.verify(signature);
    } catch (GeneralSecurityException noSignature) {
      return false;
    }
  }

  /**
   * Reads a head that somebody kept.
   *
   * @param note with its signature
   * @return nothing where it is no head that this key has signed
   */
  static Optional<Checkpoint> verified(String note, byte[] key) {
    Matcher parts = NOTE.matcher(note);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      byte[] signed = Base64.getDecoder().decode(parts.group("signature"));
      Checkpoint head =
          new Checkpoint(
              parts.group("origin"),
              Integer.parseInt(parts.group("size")),
              Sha256.hex(Base64.getDecoder().decode(parts.group("root"))));
      boolean isOurs =
          signed.length > HINT
              && MessageDigest.isEqual(Arrays.copyOf(signed, HINT), hint(parts.group("name"), key))
              && isSigned(
                  parts.group("text"), Arrays.copyOfRange(signed, HINT, signed.length), key);
      return isOurs ? Optional.of(head) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
