package org.chancery.proof;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The key that the record's heads are signed with (Ed25519): what the operator gives, or one that
 * is made at the first start.
 */
@ApplicationScoped
public class SigningKey {

  /** As a note's key may be called. */
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}+]{1,100}");

  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final ProofSettings settings;
  private volatile @Nullable Pair pair;

  SigningKey(ProofSettings settings) {
    this.settings = settings;
  }

  /** A private key and the public one that belongs to it. */
  private record Pair(PrivateKey signing, PublicKey verifying) {}

  /**
   * Reads the key, or makes it.
   *
   * @throws ConfigurationException where that cannot be done; the message says what to do
   */
  public void require() {
    if (!NAME.matcher(name()).matches()) {
      throw new ConfigurationException(
          "CHANCERY_PROOF_NAME is \"%s\": give the record a name without spaces and plus signs, of 100 characters at most."
              .formatted(name()));
    }
    var unused = pair();
  }

  /** Where it lies. */
  public Path path() {
    return settings.key();
  }

  /**
   * The name of the record in its heads.
   *
   * @return "chancery" where the operator gives none
   */
  public String name() {
    return settings.name().orElse("chancery");
  }

  /** What heads are checked with. */
  PublicKey publicKey() {
    return pair().verifying();
  }

  /** The key that heads are checked with: for witnesses in the first line, then in PEM. */
  public String published() {
    byte[] key = Checkpoint.bytesOf(publicKey());
    return "%s\n-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(
            Checkpoint.verifierKey(name(), key),
            Base64.getEncoder().encodeToString(publicKey().getEncoded()));
  }

  /** The 32 bytes of the public key, in Base64. */
  public String publicKeyInBase64() {
    return Base64.getEncoder().encodeToString(Checkpoint.bytesOf(publicKey()));
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair().signing());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException(unusable);
    }
  }

  private synchronized Pair pair() {
    Pair known = pair;
    if (known == null) {
      known = read();
      pair = known;
    }
    return known;
  }

  private Pair read() {
    Path file = path();
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      return parse(Files.readString(file));
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          "The key file \"%s\" can neither be read nor made (%s): name another one with CHANCERY_PROOF_KEY."
              .formatted(file, unreadable),
          unreadable);
    } catch (GeneralSecurityException | IllegalArgumentException noKey) {
      throw new ConfigurationException(
          "The file \"%s\" has no private Ed25519 key in PEM: make one with \"openssl genpkey -algorithm ed25519\"."
              .formatted(file),
          noKey);
    }
  }

  private static Pair parse(String pem) throws GeneralSecurityException {
    int from = pem.indexOf(BEGIN);
    int to = pem.indexOf(END);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no PEM");
    }
    byte[] encoded =
        Base64.getMimeDecoder()
            .decode(pem.substring(from + BEGIN.length(), to).getBytes(StandardCharsets.US_ASCII));
    PrivateKey key =
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    return new Pair(key, pair(seed).getPublic());
  }

  /** Java reckons the public key of a private one only when it makes the pair. */
  private static KeyPair pair(byte[] seed) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(
        255,
        new SecureRandom() {
          @Override
          public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
          }
        });
    KeyPair pair = generator.generateKeyPair();
    if (!Arrays.equals(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), seed)) {
      throw new GeneralSecurityException("This Java makes another key of the seed.");
    }
    return pair;
  }

  /** Readable for nobody else; where another process made one meanwhile, that one stands. */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    String pem =
        "%s%n%s%n%s%n"
            .formatted(
                BEGIN, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), END);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path made = Files.createTempFile(folder, "proof-key", ".new");
    try {
      if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(made, pem, StandardOpenOption.TRUNCATE_EXISTING);
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException another) {
      // It is as good as this one.
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
