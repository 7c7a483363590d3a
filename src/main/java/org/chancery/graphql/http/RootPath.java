package org.chancery.graphql.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The path that all of ours are below: the root, unless the service was built for another. */
@ApplicationScoped
public class RootPath {

  private final String path;

  RootPath(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String path) {
    String rooted = path.startsWith("/") ? path : "/" + path;
    this.path = rooted.endsWith("/") ? rooted.substring(0, rooted.length() - 1) : rooted;
  }

  /** Where a path of ours is, which begins with a slash. */
  public String of(String ours) {
    return path + ours;
  }
}
