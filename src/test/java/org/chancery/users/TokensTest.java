package org.chancery.users;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.SampleToEditOnH2;
import org.chancery.TokenProvider;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Editors who bring a token of a provider of OpenID Connect. */
@QuarkusTest
@TestProfile(TokensTest.OfAProvider.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TokensTest {

  private static final TokenProvider PROVIDER = new TokenProvider();

  private static final String RECORD =
      "mutation { recordTopic(input: {name: \"Of a token\"}, validateOnly: true) { topic { key } } }";

  public static class OfAProvider extends SampleToEditOnH2 {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("chancery.test.database", "tokens");
      settings.put("chancery.oidc.issuer", PROVIDER.issuer());
      settings.put("chancery.oidc.roles-claim", "realm_access.roles");
      return settings;
    }
  }

  @Test
  void whoHasTheRoleWritesUnderTheirName() {
    String token = PROVIDER.token(Map.of());
    ask(token, "{ me { name mayEdit } }")
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("data.me.name", equalTo("ada"))
        .body("data.me.mayEdit", equalTo(true));
    ask(token, RECORD).body("data.recordTopic.topic.key", equalTo("of-a-token"));
  }

  @Test
  void whoHasNotReadsOnly() {
    for (Object access : List.of(Map.of("roles", List.of("other")), Map.of(), "editor")) {
      String token = PROVIDER.token(Map.of("realm_access", access));
      ask(token, "{ me { mayEdit } }").body("data.me.mayEdit", equalTo(false));
      ask(token, RECORD).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }
  }

  static Stream<Arguments> wrongOnes() {
    JsonWebSignature shared = new JsonWebSignature();
    shared.setPayload(PROVIDER.claims(Map.of()).toJson());
    // As if the public key were a secret.
    Key secret = new HmacKey(PROVIDER.key().getPublicKey().getEncoded());
    shared.setKey(secret);
    shared.setKeyIdHeaderValue(PROVIDER.key().getKeyId());
    shared.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    JsonWebSignature unsigned = new JsonWebSignature();
    unsigned.setPayload(PROVIDER.claims(Map.of()).toJson());
    unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
    unsigned.setAlgorithmConstraints(AlgorithmConstraints.ALLOW_ONLY_NONE);
    long past = Instant.now().minusSeconds(120).getEpochSecond();
    return Stream.of(
        Arguments.of("expired", PROVIDER.token(Map.of("exp", past))),
        Arguments.of("none of those", PROVIDER.token(Map.of("aud", "another"))),
        Arguments.of("none of those", PROVIDER.token(Map.of("iss", "https://another.example"))),
        Arguments.of("none of those", PROVIDER.token(Map.of("nbf", past + 3600))),
        Arguments.of("none of those", TokenProvider.compact(shared)),
        Arguments.of("none of those", TokenProvider.compact(unsigned)),
        Arguments.of(
            "none of those",
            TokenProvider.signed(
                PROVIDER.claims(Map.of()),
                TokenProvider.newKey("first"),
                AlgorithmIdentifiers.RSA_USING_SHA256)),
        Arguments.of("none of those", headed("{\"alg\":\"foo\\nFORGED\",\"kid\":\"first\"}")),
        Arguments.of("none of those", headed("{\"kid\":\"first\"}")),
        Arguments.of("name", PROVIDER.token(Map.of("preferred_username", " "))),
        Arguments.of("service's own", PROVIDER.token(Map.of("preferred_username", "import"))),
        Arguments.of("none of those", "no.token.atall"));
  }

  private static String headed(String header) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
        + ".e30.x";
  }

  @ParameterizedTest
  @MethodSource("wrongOnes")
  void aWrongOneIsRefused(String sentence, String token) {
    ask(token, RECORD)
        .statusCode(401)
        .header("WWW-Authenticate", containsString("invalid_token"))
        .body("errors[0].extensions.code", equalTo("UNAUTHENTICATED"))
        .body("errors[0].message", containsString(sentence));
  }

  @Test
  void passwordsAreTakenAsWell() {
    given()
        .auth()
        .preemptive()
        .basic("editor", "editor")
        .contentType("application/json")
        .body(Map.of("query", "{ me { name } }"))
        .post("/graphql")
        .then()
        .body("data.me.name", equalTo("editor"));
  }

  @Test
  @Order(Integer.MAX_VALUE - 1)
  void aNewKeyIsAskedFor() {
    PROVIDER.changeKey("second");
    String token = PROVIDER.token(Map.of());
    // It is not asked more often than every few seconds.
    long begun = System.nanoTime();
    int status = 401;
    while (status == 401 && System.nanoTime() - begun < Duration.ofMinutes(1).toNanos()) {
      status = ask(token, "{ me { name } }").extract().statusCode();
    }
    assertEquals(200, status);
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void whereTheProviderIsGoneItIsSaidSo() {
    PROVIDER.stop();
    ask(PROVIDER.token(Map.of()), "{ me { name } }").statusCode(200);
    String unknown =
        TokenProvider.signed(
            PROVIDER.claims(Map.of()),
            TokenProvider.newKey("third"),
            AlgorithmIdentifiers.RSA_USING_SHA256);
    long begun = System.nanoTime();
    String code = "";
    while (!code.equals("SERVICE_UNAVAILABLE")
        && System.nanoTime() - begun < Duration.ofMinutes(1).toNanos()) {
      code = ask(unknown, RECORD).extract().path("errors[0].extensions.code");
    }
    assertTrue(code.equals("SERVICE_UNAVAILABLE"), code);
  }

  private static ValidatableResponse ask(String token, String query) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(Map.of("query", query))
        .post("/graphql")
        .then();
  }
}
