package org.chancery.graphql.http;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** The header with which a client may send a mutation again without writing twice. */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";

  /** Visible characters of ASCII, in quotation marks as the draft has them or without. */
  private static final Pattern FORM = Pattern.compile("\"([!#-~]{1,255})\"|([!#-~]{1,255})");

  private IdempotencyKey() {}

  /**
   * The key of a request; null where it has none.
   *
   * @throws RequestException where it has another form
   */
  static @Nullable String of(RoutingContext context) {
    List<String> headers = context.request().headers().getAll(HEADER);
    if (headers.isEmpty()) {
      return null;
    }
    Matcher key = FORM.matcher(headers.get(0).strip());
    if (headers.size() > 1 || !key.matches()) {
      throw RequestException.badRequest(
          "\"%s\" is one header of 1 to 255 visible characters of ASCII, such as a UUID.", HEADER);
    }
    return key.group(1) == null ? key.group(2) : key.group(1);
  }
}
