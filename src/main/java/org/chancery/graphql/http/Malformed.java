package org.chancery.graphql.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.ParsedHeaderValue;
import io.vertx.ext.web.ParsedHeaderValues;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that a proxy may parse differently (RFC 9112), which allows request smuggling, or a
 * response cached for another host.
 */
final class Malformed {

  private static final List<CharSequence> LISTS =
      List.of(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IF_NONE_MATCH);

  private Malformed() {}

  /** What is wrong with a request, for its sender; null where nothing is. */
  static @Nullable String reasonOf(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isUri(request.uri())) {
      return "The address cannot be read (RFC 3986): write what may not stand in one with \"%\" and two hexadecimal digits, such"
          + " as %7B for {.";
    }
    if (!canBeRead(context)) {
      return "A parameter in \"Content-Type\" or in a header that begins with \"Accept\" has no end.";
    }
    return request.version() == HttpVersion.HTTP_2 ? null : reasonOf(request);
  }

  /**
   * Joins lists of headers that come in several lines (RFC 9110, 5.3), of which Vert.x reads the
   * first.
   */
  static void joinLists(MultiMap headers) {
    LISTS.forEach(name -> joinLines(headers, name));
  }

  private static void joinLines(MultiMap headers, CharSequence name) {
    List<String> lines = headers.getAll(name);
    if (lines.size() > 1) {
      headers.set(name, String.join(",", lines));
    }
  }

  private static @Nullable String reasonOf(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.size() > 1 || (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1)) {
      return "Send one header \"Host\".";
    }
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    if (!encodings.isEmpty()
        && !(encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked"))) {
      return "The only transfer encoding is \"chunked\".";
    }
    if (request.headers().getAll(HttpHeaders.CONTENT_LENGTH).size() > 1) {
      return "Send one header \"Content-Length\".";
    }
    return null;
  }

  /** By {@link URI}, which would fail later otherwise. */
  private static boolean isUri(String address) {
    try {
      var unused = new URI(address);
      return true;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }

  /** Vert.x 4.5 fails at a quotation mark alone, wherever the header is looked at first. */
  private static boolean canBeRead(RoutingContext context) {
    try {
      // Where there are several values, they are read to be sorted.
      ParsedHeaderValues headers = context.parsedHeaders();
      headers.accept().forEach(ParsedHeaderValue::weight);
      headers.acceptEncoding().forEach(ParsedHeaderValue::weight);
      headers.contentType().value();
      return true;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}
