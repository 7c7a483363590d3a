package org.chancery.graphql.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The path that all of ours are below: {@code /}, unless the service was built for another. */
@ApplicationScoped
public class RootPath {

  private final String path;

  RootPath(@ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String path) {
    this.path = path.startsWith("/") ? path : "/" + path;
  }

  public String withSlash() {
    return path.endsWith("/") ? path : path + "/";
  }

  public String withoutSlash() {
    String whole = withSlash();
    return whole.substring(0, whole.length() - 1);
  }
}
