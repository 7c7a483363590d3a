package org.chancery.graphql.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a request, in its response's header and in the log: the caller's {@code X-Request-Id},
 * or a generated one.
 */
public final class RequestId {

  static final String HEADER = "X-Request-Id";

  private static final String KEY = RequestId.class.getName();

  /** Nothing that could break a line of the log, or fill it. */
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private RequestId() {}

  /** The request's name; the same however often it is asked for. */
  public static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    String given = context.request().getHeader(HEADER);
    String id =
        given != null && USABLE.matcher(given).matches() ? given : UUID.randomUUID().toString();
    context.put(KEY, id);
    return id;
  }
}
