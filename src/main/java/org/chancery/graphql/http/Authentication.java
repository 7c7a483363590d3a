package org.chancery.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.graphql.errors.ErrorCode;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.viewer.BearerTokens;
import org.chancery.graphql.viewer.BearerTokens.RefusedTokenException;
import org.chancery.graphql.viewer.SignIn;
import org.chancery.graphql.viewer.Viewer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sends a request: nobody without an Authorization header; with HTTP Basic (RFC 7617)
 * a user, with a bearer token (RFC 6750) whom its issuer names. Who is not let in is told so, and
 * not answered as somebody who has not signed in.
 *
 * <p>Nothing is written by requests that a form of another site can send: mutations are taken as
 * JSON alone, which a page of another origin may send only where CORS allows it.
 */
@ApplicationScoped
public class Authentication {

  private static final Logger LOG = Logger.getLogger(Authentication.class);

  private static final String VIEWER = Viewer.class.getName();

  private static final String BASIC = "basic ";

  private static final String BEARER = "bearer ";

  private static final String CHALLENGE = "Basic realm=\"Chancery\", charset=\"UTF-8\"";

  /** Wrong passwords that a name, or an address, may send in the time. */
  private static final int MOST_FAILURES = 10;

  private static final Duration WHILE = Duration.ofMinutes(15);

  /** Checking a password keeps a processor busy for some tenths of a second. */
  private static final int AT_ONCE = 2;

  private static final Duration LATELY = Duration.ofDays(7);

  /** Names and addresses that are remembered; more at once are an attack of many addresses. */
  private static final int MOST_REMEMBERED = 100_000;

  private final SignIn signIn;
  private final BearerTokens tokens;

  /** Not the threads that answer queries. */
  private final WorkerExecutor checkers;

  /** Others again: their issuer may let them wait. */
  private final WorkerExecutor tokenCheckers;

  /** From which addresses which users have signed in. */
  private final Cache<String, Boolean> signedIn =
      Caffeine.newBuilder().expireAfterWrite(LATELY).maximumSize(MOST_REMEMBERED).build();

  private final Cache<String, AtomicInteger> failures =
      Caffeine.newBuilder().expireAfterWrite(WHILE).maximumSize(MOST_REMEMBERED).build();

  Authentication(SignIn signIn, BearerTokens tokens, Vertx vertx) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.checkers = vertx.createSharedWorkerExecutor("sign-in", AT_ONCE);
    this.tokenCheckers = vertx.createSharedWorkerExecutor("token-check", AT_ONCE);
  }

  /** Who sends a request that has passed {@link #authenticate}. */
  public static Viewer viewerOf(RoutingContext context) {
    Viewer known = context.get(VIEWER);
    return known == null ? Viewer.ANONYMOUS : known;
  }

  /** Goes on with who it is, or refuses. */
  public void authenticate(RoutingContext context) {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      context.next();
      return;
    }
    if (tokens.areTaken() && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      tokenCheckers
          .executeBlocking(() -> tokens.viewer(header.substring(BEARER.length()).strip()), false)
          .onSuccess(viewer -> goOn(context, viewer))
          .onFailure(failure -> refuseToken(context, failure));
      return;
    }
    Credentials credentials = Credentials.of(header);
    if (credentials == null) {
      refuse(
          context,
          CHALLENGE,
          tokens.areTaken()
              ? "Sign in with a bearer token, or with HTTP Basic: a name and a password, in UTF-8."
              : "Sign in with HTTP Basic: a name and a password, in UTF-8.");
      return;
    }
    String client = AdmissionControl.clientOf(context);
    if (isLocked(client, credentials.key())) {
      HttpResponses.retryAfter(context, WHILE);
      HttpResponses.refuse(
          context,
          HttpResponses.TOO_MANY_REQUESTS,
          MediaTypes.JSON,
          Errors.of(
              ErrorCode.TOO_MANY_REQUESTS,
              "Too many wrong passwords came from this address, or for this name. Wait for %d minutes."
                  .formatted(WHILE.toMinutes())));
      return;
    }
    checkers
        .executeBlocking(() -> viewer(context, client, credentials), false)
        .onSuccess(viewer -> answer(context, viewer))
        .onFailure(context::fail);
  }

  /** Counted before it is checked, and taken back: those that wait are no more tries than that. */
  private Optional<Viewer> viewer(RoutingContext context, String client, Credentials credentials) {
    if (isLocked(client, credentials.key())) {
      return Optional.empty();
    }
    count("address " + client);
    count("name " + credentials.key());
    Optional<Viewer> viewer =
        signIn.viewer(credentials.name(), credentials.password(), isLocal(context));
    if (viewer.isEmpty()) {
      LOG.infof("A wrong password came from %s", client);
    } else {
      // Others may have tried: what is left stays as it was.
      takeBack("address " + client);
      takeBack("name " + credentials.key());
      signedIn.put(client + " " + credentials.key(), true);
    }
    return viewer;
  }

  private static void answer(RoutingContext context, Optional<Viewer> viewer) {
    if (viewer.isPresent()) {
      goOn(context, viewer.get());
    } else {
      refuse(context, CHALLENGE, "The name or the password is wrong.");
    }
  }

  private static void goOn(RoutingContext context, Viewer viewer) {
    if (HttpResponses.isGone(context)) {
      // It took so long that the request was answered otherwise.
      return;
    }
    context.put(VIEWER, viewer);
    context.next();
  }

  /** Nobody guesses a token: wrong ones are not counted. */
  private static void refuseToken(RoutingContext context, Throwable failure) {
    if (failure instanceof RefusedTokenException refused) {
      refuse(context, "Bearer error=\"invalid_token\"", String.valueOf(refused.getMessage()));
    } else {
      HttpResponses.refuse(
          context,
          HttpResponses.SERVICE_UNAVAILABLE,
          MediaTypes.JSON,
          Errors.of(
              ErrorCode.SERVICE_UNAVAILABLE,
              "Tokens cannot be checked just now: their provider does not answer. Ask again in a moment."));
    }
  }

  /** Where a user has signed in lately, nobody else locks them out. */
  private boolean isLocked(String client, String name) {
    return isLocked("address " + client)
        || (isLocked("name " + name) && signedIn.getIfPresent(client + " " + name) == null);
  }

  private boolean isLocked(String who) {
    AtomicInteger failed = failures.getIfPresent(who);
    return failed != null && failed.get() >= MOST_FAILURES;
  }

  private void count(String who) {
    failures.get(who, any -> new AtomicInteger()).incrementAndGet();
  }

  private void takeBack(String who) {
    AtomicInteger counted = failures.getIfPresent(who);
    if (counted != null) {
      counted.decrementAndGet();
    }
  }

  /** Says how one may sign in. */
  public static void challenge(RoutingContext context) {
    context.response().putHeader("WWW-Authenticate", CHALLENGE);
  }

  private static void refuse(RoutingContext context, String challenge, String sentence) {
    context.response().putHeader("WWW-Authenticate", challenge);
    HttpResponses.refuse(
        context, 401, MediaTypes.JSON, Errors.of(ErrorCode.UNAUTHENTICATED, sentence));
  }

  private static boolean isLocal(RoutingContext context) {
    try {
      return InetAddress.getByName(String.valueOf(context.request().remoteAddress().hostAddress()))
          .isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      return false;
    }
  }

  private record Credentials(String name, String password) {

    /** What the name is remembered by: a made-up one can be long. */
    String key() {
      return Sha256.hexOf(name);
    }

    /** Null where the header has none in this form. */
    static @Nullable Credentials of(String header) {
      if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
        return null;
      }
      try {
        String told =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(
                    ByteBuffer.wrap(
                        Base64.getDecoder().decode(header.substring(BASIC.length()).strip())))
                .toString();
        int colon = told.indexOf(':');
        return colon < 1
            ? null
            : new Credentials(told.substring(0, colon), told.substring(colon + 1));
      } catch (CharacterCodingException | IllegalArgumentException unreadable) {
        return null;
      }
    }
  }
}
