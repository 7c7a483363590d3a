package org.chancery.proof;

import java.util.Base64;

/**
 * A head of the log with its signature.
 *
 * @param origin the name of the record
 * @param size how many revisions it has
 * @param root over them, in hexadecimal digits
 * @param signer the public key, in Base64
 * @param signature of the text of the {@link Checkpoint}, in Base64
 */
public record SignedHead(String origin, int size, String root, String signer, String signature) {

  /** Signs a head. */
  public static SignedHead of(int size, String root, SigningKey key) {
    byte[] text = Sha256.utf8(new Checkpoint(key.name(), size, root).text());
    return new SignedHead(
        key.name(),
        size,
        root,
        key.publicKeyInBase64(),
        Base64.getEncoder().encodeToString(key.sign(text)));
  }

  /** As it is handed out: a signed note. */
  public String note() {
    return checkpoint()
        .note(Base64.getDecoder().decode(signer), Base64.getDecoder().decode(signature));
  }

  /** Whether its signature is one of it by its signer. */
  public boolean isSigned() {
    try {
      byte[] signed = Base64.getDecoder().decode(signature);
      // Several texts stand for the same bytes: it is as it was written.
      return Base64.getEncoder().encodeToString(signed).equals(signature)
          && Checkpoint.isSigned(checkpoint().text(), signed, Base64.getDecoder().decode(signer));
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(origin, size, root);
  }
}
