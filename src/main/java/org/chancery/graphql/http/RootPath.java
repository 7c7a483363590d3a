package org.chancery.graphql.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The path that all of ours are below: the root, unless the service was built for another; below
 * that which a trusted proxy takes away and tells in {@code X-Forwarded-Prefix}.
 */
@ApplicationScoped
public class RootPath {

  /** What a path may consist of that goes into responses. */
  private static final Pattern PREFIX = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[\\w.~-]+){0,20}+");

  /** Of the request that this thread runs. */
  private static final ThreadLocal<String> FORWARDED = ThreadLocal.withInitial(() -> "");

  private final String path;

  RootPath(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    this.path = rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
  }

  /**
   * Where a path of ours is, which begins with a slash, to the request that this thread runs. On an
   * event loop, which runs none, it is {@link #pathOf}.
   */
  public String of(String ours) {
    return FORWARDED.get() + path + ours;
  }

  /** A path of a request as it is below the root, without a slash before and after it. */
  public String below(String requested) {
    String ours = requested.startsWith(path + "/") ? requested.substring(path.length()) : requested;
    return ours.replaceFirst("^/", "").replaceFirst("/$", "");
  }

  /** The same to any request. */
  public String pathOf(HttpServerRequest request, String ours) {
    return forwardedBy(request) + path + ours;
  }

  /** The same with the scheme and the host that a request names, where it names one. */
  public String of(HttpServerRequest request, String ours) {
    String origin =
        request.authority() == null ? "" : request.scheme() + "://" + request.authority();
    return origin + pathOf(request, ours);
  }

  /**
   * The prefix that a trusted proxy has forwarded, which Quarkus 3.33 puts before the address and
   * not before the path; empty where there is none.
   */
  static String forwardedBy(HttpServerRequest request) {
    int query = request.uri().indexOf('?');
    String address = query < 0 ? request.uri() : request.uri().substring(0, query);
    String path = request.path();
    String prefix =
        path != null && address.endsWith(path)
            ? address.substring(0, address.length() - path.length())
            : "";
    return PREFIX.matcher(prefix).matches() ? prefix : "";
  }

  /** Runs a request, whose addresses have the prefix. */
  static <T> T below(String prefix, Supplier<T> request) {
    FORWARDED.set(prefix);
    try {
      return request.get();
    } finally {
      FORWARDED.remove();
    }
  }
}
