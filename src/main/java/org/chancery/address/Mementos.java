package org.chancery.address;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * The past of an address as RFC 7089 (Memento) has it: each address is its own TimeGate, what it
 * was as of a revision is a memento, and its TimeMap lists those in which the thing itself changed.
 */
public final class Mementos {

  /** Of a TimeMap, below the address of its thing. */
  static final String TIMEMAP = "timemap";

  static final String LINK_FORMAT = "application/link-format";

  private static final String ACCEPT_DATETIME = "Accept-Datetime";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Mementos() {}

  /**
   * The moment that a client wants to see, to the end of its second, which is as far as a date of
   * HTTP goes; null where it says none.
   *
   * @throws RequestException where it is no date of HTTP
   */
  static @Nullable Instant wanted(RoutingContext context) {
    String date = context.request().getHeader(ACCEPT_DATETIME);
    try {
      return date == null
          ? null
          : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
              .toInstant()
              .plus(1, ChronoUnit.SECONDS)
              .minus(1, ChronoUnit.MICROS);
    } catch (DateTimeException unreadable) {
      throw RequestException.badInput(
          "\"%s\" is a date such as \"Thu, 26 Nov 2026 12:00:00 GMT\".", ACCEPT_DATETIME);
    }
  }

  /** Says where the past of a thing is. */
  static void link(RoutingContext context, String key) {
    context.response().putHeader("Link", links(context, key));
  }

  /** Where the past of a thing is, as the header Link has it. */
  public static String links(RoutingContext context, String key) {
    return "<%1$s>; rel=\"original timegate\", <%1$s/%2$s>; rel=\"timemap\"; type=\"%3$s\""
        .formatted(from(context.normalizedPath(), key), TIMEMAP, LINK_FORMAT);
  }

  /** Says of what moment an answer is. */
  public static void date(RoutingContext context, String at) {
    context.response().putHeader("Memento-Datetime", httpDate(at));
  }

  /** Leads to what the thing was as of a revision. */
  static void lead(RoutingContext context, String key, int revision) {
    link(context, key);
    context
        .response()
        .setStatusCode(302)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader(HttpHeaders.VARY, "accept-datetime")
        .putHeader(HttpHeaders.LOCATION, from(context.normalizedPath(), key) + "?asOf=" + revision)
        .end();
  }

  /**
   * The TimeMap of a thing.
   *
   * @param revisions with their {@code number} and {@code at}, in their order
   * @param next the cursor after which it goes on; null at its end
   */
  static String timeMap(
      RoutingContext context,
      String key,
      List<Map<String, @Nullable Object>> revisions,
      @Nullable String next) {
    String address = from(context.normalizedPath(), key);
    List<String> links = new ArrayList<>();
    links.add("<%s>; rel=\"original timegate\"".formatted(address));
    links.add(
        "<%s/%s>; rel=\"%s\"; type=\"%s\""
            .formatted(address, TIMEMAP, next == null ? "self" : "self timemap", LINK_FORMAT));
    if (next != null) {
      links.add(
          "<%s/%s?after=%s>; rel=\"timemap\"; type=\"%s\""
              .formatted(address, TIMEMAP, next, LINK_FORMAT));
    }
    for (Map<String, @Nullable Object> revision : revisions) {
      links.add(
          "<%s?asOf=%s>; rel=\"memento\"; datetime=\"%s\""
              .formatted(
                  address, revision.get("number"), httpDate(String.valueOf(revision.get("at")))));
    }
    return String.join(",\n", links) + "\n";
  }

  private static String httpDate(String at) {
    return HTTP_DATE.format(Instant.parse(at));
  }

  /** The path of the thing whose address, or TimeMap, is asked for. */
  static String addressed(RoutingContext context) {
    return context.normalizedPath().replaceFirst("/" + TIMEMAP + "/?$", "");
  }

  /** A thing's address from another below it, so that a proxy may have all of it elsewhere. */
  private static String from(String path, String key) {
    return (path.endsWith("/" + key) || path.endsWith("/" + key + JsonLd.SUFFIX)
            ? ""
            : path.endsWith("/" + TIMEMAP + "/") ? "../../" : "../")
        + key;
  }
}
