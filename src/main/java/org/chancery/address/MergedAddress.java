package org.chancery.address;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of what was merged leads to the thing that was kept. */
public final class MergedAddress {

  /** A page of the thing, a format, or both. */
  private static final String BEHIND = "((?:/(?:history|timemap))?(?:\\.[a-z.]+)?/?)";

  private MergedAddress() {}

  /**
   * Leads on, to the same page or file, where what was found is what was kept in the place of what
   * was asked for.
   *
   * @param asked the key that was asked for
   * @param found with its own key
   * @return whether it leads on
   */
  public static boolean leads(RoutingContext context, String asked, Map<?, ?> found) {
    String kept = String.valueOf(found.get("key"));
    if (kept.equals(asked)) {
      return false;
    }
    String path = context.normalizedPath();
    String query = context.request().query();
    // The key is the first thing that can be it: "history" can be one, too.
    Matcher parts = Pattern.compile(".*?/" + Pattern.quote(asked) + BEHIND).matcher(path);
    String behind = parts.matches() ? parts.group(1) : "";
    // Relative, so that it holds below any path of a proxy.
    String up = "../".repeat(Math.toIntExact(behind.chars().filter(one -> one == '/').count()));
    context
        .response()
        .setStatusCode(301)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.LOCATION, up + kept + behind + (query == null ? "" : "?" + query))
        .end();
    return true;
  }
}
