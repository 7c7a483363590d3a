package org.chancery.users;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.chancery.graphql.errors.Echo;
import org.chancery.graphql.viewer.BearerTokens;
import org.chancery.graphql.viewer.Viewer;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tokens of one provider: JWTs that are signed with a key that it shows (OpenID Connect
 * Discovery). It is asked when the first token comes, and again when one has a key that is new.
 * Made at the start, which a wrong setting ends.
 */
@Startup
@ApplicationScoped
class TokenIssuer implements BearerTokens {

  private static final Logger LOG = Logger.getLogger(TokenIssuer.class);

  private static final int MILLISECONDS_TO_ANSWER = 5000;

  /** So that tokens of made-up keys do not have the provider asked each time. */
  private static final long MILLISECONDS_BETWEEN_QUESTIONS = 5000;

  /** How long keys are good for that it has shown, while it does not answer: a day. */
  private static final long SECONDS_TO_DO_WITHOUT_IT = 24 * 60 * 60;

  /** What clocks may differ by. */
  private static final int SECONDS_OF_SKEW = 30;

  private static final int MOST_OF_A_NAME = 100;

  /**
   * Those with a key that only the provider has: with others, whoever can check could also sign.
   */
  private static final AlgorithmConstraints SIGNATURES =
      new AlgorithmConstraints(
          ConstraintType.PERMIT,
          AlgorithmIdentifiers.RSA_USING_SHA256,
          AlgorithmIdentifiers.RSA_USING_SHA384,
          AlgorithmIdentifiers.RSA_USING_SHA512,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
          AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
          AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
          AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
          AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
          AlgorithmIdentifiers.EDDSA);

  private final TokenSettings settings;
  private final Get http = new Get();
  private volatile @Nullable JwtConsumer consumer;

  /** By the clock of nanoseconds; 0 where there was none. */
  private volatile long lastFailure;

  TokenIssuer(TokenSettings settings) {
    this.settings = settings;
    settings.issuer().ifPresent(TokenIssuer::requireSafe);
    http.setConnectTimeout(MILLISECONDS_TO_ANSWER);
    http.setReadTimeout(MILLISECONDS_TO_ANSWER);
    http.setRetries(1);
  }

  private static void requireSafe(String issuer) {
    if (!isSafe(issuer)) {
      throw new ConfigurationException(
          "CHANCERY_OIDC_ISSUER is \"%s\": it has to begin with https://, unless it is on localhost."
              .formatted(issuer));
    }
  }

  private static boolean isSafe(String text) {
    try {
      URI address = new URI(text);
      return "https".equals(address.getScheme())
          || ("http".equals(address.getScheme()) && "localhost".equals(address.getHost()));
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  @Override
  public boolean areTaken() {
    return settings.issuer().isPresent();
  }

  @Override
  public Viewer viewer(String token) throws RefusedTokenException {
    try {
      return viewerOf(consumer().processToClaims(token));
    } catch (InvalidJwtException invalid) {
      Throwable failure = providersFailure(invalid);
      if (failure != null) {
        throw gone(failure);
      }
      throw new RefusedTokenException(
          invalid.hasErrorCode(ErrorCodes.EXPIRED)
              ? "The token has expired: get a new one."
              : "The token is none of those that are taken here: signed by \"%s\" for the audience \"%s\"."
                  .formatted(settings.issuer().orElse(""), settings.audience()));
    } catch (MalformedClaimException malformed) {
      throw new RefusedTokenException("The token has no name in it.");
    }
  }

  /** Why its key could not be asked for; null where that is not what is wrong with it. */
  private static @Nullable Throwable providersFailure(InvalidJwtException invalid) {
    for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvableKeyException) {
        Throwable why = cause.getCause();
        return why instanceof InvalidAlgorithmException ? null : why;
      }
    }
    return null;
  }

  private IllegalStateException gone(Throwable why) {
    // Where it is asked for its keys may have changed.
    consumer = null;
    lastFailure = System.nanoTime();
    LOG.warnf(
        "The provider of tokens, \"%s\", cannot be asked: %s",
        settings.issuer().orElse(""), Echo.of(String.valueOf(why)));
    return new IllegalStateException(why);
  }

  private JwtConsumer consumer() {
    JwtConsumer known = consumer;
    if (known == null) {
      long failed = lastFailure;
      if (failed != 0
          && System.nanoTime() - failed
              < TimeUnit.MILLISECONDS.toNanos(MILLISECONDS_BETWEEN_QUESTIONS)) {
        throw new IllegalStateException("It did not answer just now.");
      }
      known = newConsumer(settings.issuer().orElseThrow());
      consumer = known;
    }
    return known;
  }

  private JwtConsumer newConsumer(String issuer) {
    HttpsJwks keys = new HttpsJwks(addressOfKeys(issuer));
    keys.setSimpleHttpGet(http);
    keys.setRetainCacheOnErrorDuration(SECONDS_TO_DO_WITHOUT_IT);
    keys.setRefreshReprieveThreshold(MILLISECONDS_BETWEEN_QUESTIONS);
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
        .setJwsAlgorithmConstraints(SIGNATURES)
        .setExpectedIssuer(issuer)
        .setExpectedAudience(settings.audience())
        .setRequireExpirationTime()
        .setAllowedClockSkewInSeconds(SECONDS_OF_SKEW)
        .build();
  }

  private String addressOfKeys(String issuer) {
    try {
      Map<String, Object> told =
          JsonUtil.parseJson(
              http.get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                  .getBody());
      if (!issuer.equals(told.get("issuer"))) {
        throw new IOException("It says that it is " + told.get("issuer"));
      }
      if (!(told.get("jwks_uri") instanceof String address) || !isSafe(address)) {
        throw new IOException("It has no safe address of its keys: " + told.get("jwks_uri"));
      }
      return address;
    } catch (IOException | JoseException failure) {
      throw gone(failure);
    }
  }

  private Viewer viewerOf(JwtClaims claims) throws MalformedClaimException, RefusedTokenException {
    Object called = claims.getClaimValue(settings.nameClaim());
    String name = called instanceof String text ? text : claims.getSubject();
    if (name == null
        || name.isBlank()
        || name.length() > MOST_OF_A_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedTokenException(
          "The token has no name of 1 to %d characters in it.".formatted(MOST_OF_A_NAME));
    }
    if (!Viewer.canBeCalled(name)) {
      throw new RefusedTokenException("The token has a name that is the service's own.");
    }
    Set<String> roles = new TreeSet<>(rolesIn(claims.getClaimsMap()));
    roles.retainAll(Set.of(Viewer.EDITOR, Viewer.CURATOR));
    return new Viewer(name, roles);
  }

  private List<String> rolesIn(Map<String, Object> claims) {
    Object told = claims.get(settings.rolesClaim());
    if (told == null) {
      told = claims;
      for (String step : settings.rolesClaim().split("\\.", -1)) {
        told = told instanceof Map<?, ?> members ? members.get(step) : null;
      }
    }
    return told instanceof Collection<?> roles
        ? roles.stream().map(String::valueOf).toList()
        : told instanceof String text ? List.of(text.split(" ", -1)) : List.of();
  }
}
