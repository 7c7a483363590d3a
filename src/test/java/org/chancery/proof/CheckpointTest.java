package org.chancery.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heads as signed notes, and the key they are signed with. */
class CheckpointTest {

  private static final String ROOT =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @TempDir Path folder;

  private SigningKey key(Path file) {
    return new SigningKey(
        new ProofSettings() {
          @Override
          public Path key() {
            return file;
          }

          @Override
          public Optional<String> name() {
            return Optional.of("record.example/chancery");
          }
        });
  }

  /** From RFC 8032, section 7.1, test 1: the public key that belongs to a secret one. */
  @Test
  void aGivenKeyIsUsed() throws IOException {
    String secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    byte[] pkcs8 = Sha256.ofHex("302e020100300506032b657004220420" + secret);
    Path file = folder.resolve("given.pem");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getEncoder().encodeToString(pkcs8)));
    assertEquals(
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        Sha256.hex(Checkpoint.bytesOf(key(file).publicKey())));
  }

  @Test
  void aKeyIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("made/proof-key.pem");
    byte[] made = Checkpoint.bytesOf(key(file).publicKey());
    assertEquals(Sha256.hex(made), Sha256.hex(Checkpoint.bytesOf(key(file).publicKey())));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aFileWithoutAKeyIsToldSo() throws IOException {
    Path file = Files.writeString(folder.resolve("none"), "no key");
    String told =
        String.valueOf(
            assertThrows(ConfigurationException.class, () -> key(file).publicKey()).getMessage());
    assertTrue(told.contains("openssl genpkey -algorithm ed25519"), told);
  }

  @Test
  void aHeadIsKnownByItsKeyAndByNoOther() {
    SigningKey key = key(folder.resolve("one"));
    SignedHead head = SignedHead.of(12, ROOT, key);
    assertTrue(head.isSigned());
    assertEquals(
        "record.example/chancery\n12\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        head.note().substring(0, head.note().indexOf("\n\n") + 1));
    byte[] verifying = Checkpoint.bytesOf(key.publicKey());
    assertEquals(
        new Checkpoint("record.example/chancery", 12, ROOT),
        Checkpoint.verified(head.note(), verifying).orElseThrow());
    assertEquals(
        Optional.empty(), Checkpoint.verified(head.note().replace("\n12\n", "\n13\n"), verifying));
    assertEquals(
        Optional.empty(),
        Checkpoint.verified(
            head.note(), Checkpoint.bytesOf(key(folder.resolve("other")).publicKey())));
    assertEquals(Optional.empty(), Checkpoint.verified("no note", verifying));
    assertFalse(
        new SignedHead(head.origin(), 13, head.root(), head.signer(), head.signature()).isSigned());
  }
}
