package org.chancery;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * A provider of OpenID Connect, on this machine: what it shows of itself, and the tokens that it
 * signs.
 */
public final class TokenProvider {

  private final HttpServer server;
  private PublicJsonWebKey key = newKey("first");

  public TokenProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    answer(
        "/.well-known/openid-configuration",
        () -> "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer()));
    answer("/keys", () -> new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    server.start();
  }

  private interface Text {
    String get();
  }

  private void answer(String path, Text text) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Signs with a new key from now on, and shows that alone. */
  public void changeKey(String id) {
    key = newKey(id);
  }

  public PublicJsonWebKey key() {
    return key;
  }

  public static PublicJsonWebKey newKey(String id) {
    try {
      PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      return key;
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What a token of Ada says, who is an editor, with other members where they are given. */
  public JwtClaims claims(Map<String, Object> others) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(issuer());
    claims.setAudience("chancery");
    claims.setSubject("0815");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setStringClaim("preferred_username", "ada");
    claims.setClaim("realm_access", Map.of("roles", List.of("editor", "other")));
    others.forEach(claims::setClaim);
    return claims;
  }

  public String token(Map<String, Object> others) {
    return signed(claims(others), key, AlgorithmIdentifiers.RSA_USING_SHA256);
  }

  public static String signed(JwtClaims claims, PublicJsonWebKey key, String algorithm) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setAlgorithmHeaderValue(algorithm);
    return compact(signature);
  }

  public static String compact(JsonWebSignature signature) {
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failure) {
      throw new IllegalStateException(failure);
    }
  }

  public void stop() {
    server.stop(0);
  }
}
