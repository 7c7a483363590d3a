package org.chancery.address;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of what was merged leads to the thing that was kept. */
public final class MergedAddress {

  /** A page of the thing, a format, or both. */
  private static final String BEHIND = "((?:/(?:history|timemap))?(?:\\.[a-z.]+)?/?)";

  private MergedAddress() {}

  /**
   * Leads on, to the same page or file of the thing that was kept.
   *
   * @param merged the key that was asked for
   */
  public static void lead(RoutingContext context, String merged, String kept) {
    String path = context.normalizedPath();
    String query = context.request().query();
    // The key is the first thing that can be it: "history" can be one, too.
    Matcher parts = Pattern.compile(".*?/" + Pattern.quote(merged) + BEHIND).matcher(path);
    String behind = parts.matches() ? parts.group(1) : "";
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
