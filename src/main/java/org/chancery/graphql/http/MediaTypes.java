package org.chancery.graphql.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types of the GraphQL-over-HTTP specification. */
public enum MediaTypes {
  /** For clients that predate the specification: status 200 for every well-formed request. */
  JSON("application/json"),
  /** For those who know it: the status tells whether the request was answered. */
  GRAPHQL_RESPONSE("application/graphql-response+json");

  /** With any parameters, of which only the character set means something. */
  private static final Pattern JSON_IN_UTF_8 =
      Pattern.compile(
          "application/json\\s*+(;\\s*+(charset\\s*+=\\s*+\"?utf-8\"?\\s*+|(?!charset\\s*+=)[^;]*+)){0,20}+",
          Pattern.CASE_INSENSITIVE);

  private final String name;

  MediaTypes(String name) {
    this.name = name;
  }

  /** The type to answer with, by the request's Accept header; nothing where it takes neither. */
  static Optional<MediaTypes> accepted(RoutingContext context) {
    AcceptedTypes accepted = AcceptedTypes.of(context);
    return accepted.isEmpty()
        ? Optional.of(JSON)
        : accepted.wanted().stream()
            .flatMap(MediaTypes::matching)
            .filter(type -> !accepted.refused().contains(type.name))
            .findFirst();
  }

  /**
   * Whether a request's body is JSON in UTF-8. GraphiQL sets the header twice, which a browser
   * sends as one with a comma.
   */
  static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && Stream.of(contentType.split(",", -1))
            .allMatch(one -> JSON_IN_UTF_8.matcher(one.strip()).matches());
  }

  /** The better known first. */
  private static Stream<MediaTypes> matching(String type) {
    return Stream.of(values())
        .filter(one -> type.equals(one.name) || type.equals("application/*") || type.equals("*/*"));
  }

  String contentType() {
    return name + ";charset=utf-8";
  }
}
