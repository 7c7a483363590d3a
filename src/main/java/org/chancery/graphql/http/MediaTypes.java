package org.chancery.graphql.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The media types of the GraphQL-over-HTTP specification. */
enum MediaTypes {
  /** For clients that predate the specification: status 200 for every well-formed request. */
  JSON("application/json"),
  /** For those who know it: the status tells whether the request was answered. */
  GRAPHQL_RESPONSE("application/graphql-response+json");

  private final String name;

  MediaTypes(String name) {
    this.name = name;
  }

  /** The type to answer with, by the request's Accept header; nothing where it takes neither. */
  static Optional<MediaTypes> accepted(RoutingContext context) {
    List<MIMEHeader> accepted = context.parsedHeaders().accept();
    if (accepted.isEmpty()) {
      return Optional.of(JSON);
    }
    return accepted.stream().flatMap(type -> matching(type.value()).stream()).findFirst();
  }

  /** Whether a request's body is JSON in UTF-8. */
  static boolean isJson(RoutingContext context) {
    MIMEHeader type = context.parsedHeaders().contentType();
    String charset = type.parameter("charset");
    return type.value().equalsIgnoreCase(JSON.name)
        && (charset == null || charset.equalsIgnoreCase("utf-8"));
  }

  private static Optional<MediaTypes> matching(String type) {
    return switch (type) {
      case "application/json", "application/*", "*/*" -> Optional.of(JSON);
      case "application/graphql-response+json" -> Optional.of(GRAPHQL_RESPONSE);
      default -> Optional.empty();
    };
  }

  String contentType() {
    return name + ";charset=utf-8";
  }
}
