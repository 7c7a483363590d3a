package org.chancery.graphql.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** What browsers are told of every response, so that they do nothing with it that it is not for. */
final class SecurityHeaders {

  private static final CharSequence POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

  private static final String ANYWHERE =
      "default-src 'none'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** GraphiQL sets styles from its scripts; nothing else here has scripts at all. */
  private static final String IN_GRAPHIQL =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private static final MultiMap OF_ALL =
      HttpHeaders.headers()
          .add("X-Content-Type-Options", "nosniff")
          .add("X-Frame-Options", "DENY")
          .add("Referrer-Policy", "same-origin")
          .add("Cross-Origin-Opener-Policy", "same-origin");

  private SecurityHeaders() {}

  /**
   * Adds them.
   *
   * @param isGraphiql whether the response is a part of GraphiQL
   */
  static void add(MultiMap headers, boolean isGraphiql) {
    headers.addAll(OF_ALL).add(POLICY, isGraphiql ? IN_GRAPHIQL : ANYWHERE);
  }
}
