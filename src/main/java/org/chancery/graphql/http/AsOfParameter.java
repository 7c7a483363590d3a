package org.chancery.graphql.http;

import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * As of which moment an address is asked, by its parameter {@code asOf}.
 *
 * @param revision as which revision left it; null where a moment is given, or it is the present
 * @param at null where a revision is given, or it is the present
 */
public record AsOfParameter(@Nullable Integer revision, @Nullable Instant at) {

  /** What it is called in addresses. */
  public static final String NAME = "asOf";

  /**
   * Of a request.
   *
   * @throws RequestException where it is neither
   */
  public static AsOfParameter of(RoutingContext context) {
    String asOf = context.request().getParam(NAME);
    if (asOf == null) {
      return new AsOfParameter(null, null);
    }
    try {
      if (asOf.matches("[0-9]+")) {
        return new AsOfParameter(Integer.valueOf(asOf), null);
      }
      Instant at = Instant.parse(asOf);
      int year = at.atOffset(ZoneOffset.UTC).getYear();
      if (year < 1 || year > 9999) {
        throw new DateTimeException(asOf);
      }
      return new AsOfParameter(null, at);
    } catch (DateTimeException | NumberFormatException unreadable) {
      throw RequestException.badInput(
          "\"asOf\" is the number of a revision, or a moment such as 2026-11-26T12:00:00Z.");
    }
  }

  /**
   * As the variables {@code revision} and {@code at} of a query of the past, of which one is null;
   * none of the present. More can be put beside them.
   */
  public Map<String, @Nullable Object> variables() {
    Map<String, @Nullable Object> variables = new HashMap<>();
    if (isPast()) {
      variables.put("revision", revision);
      variables.put("at", at == null ? null : at.toString());
    }
    return variables;
  }

  /** Whether it is not the present. */
  public boolean isPast() {
    return revision != null || at != null;
  }
}
