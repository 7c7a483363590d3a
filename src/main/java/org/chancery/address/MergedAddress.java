package org.chancery.address;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** The address of what was merged leads to the thing that was kept. */
public final class MergedAddress {

  private MergedAddress() {}

  /**
   * Leads on, to the same page or file of the thing that was kept.
   *
   * @param merged the key that was asked for
   */
  public static void lead(RoutingContext context, String merged, String kept) {
    String path = context.normalizedPath();
    String query = context.request().query();
    int at = path.lastIndexOf("/" + merged) + 1;
    String behind = path.substring(at + merged.length());
    // Relative, so that it holds below any path of a proxy.
    String up = "../".repeat(Math.toIntExact(behind.chars().filter(one -> one == '/').count()));
    context
        .response()
        .setStatusCode(301)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.LOCATION, up + kept + behind + (query == null ? "" : "?" + query))
        .end();
  }
}
