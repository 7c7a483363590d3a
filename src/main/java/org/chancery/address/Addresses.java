package org.chancery.address;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chancery.graphql.http.RootPath;

/** Where things are found. */
@ApplicationScoped
class Addresses {

  private final AddressSettings settings;
  private final RootPath rootPath;

  Addresses(AddressSettings settings, RootPath rootPath) {
    this.settings = settings;
    this.rootPath = rootPath;
  }

  /** The permanent address of a thing; relative where the operator has not said where we are. */
  String of(AddressedKind kind, String key) {
    String path = "/" + kind.path() + "/" + key;
    return settings
        .baseUrl()
        .map(base -> base.replaceFirst("/+$", "") + path)
        .orElseGet(() -> rootPath.of(path));
  }

  /**
   * Where a browser is sent from there: to the operator's own pages, or to GraphiQL with a query of
   * the thing; nothing where there is neither. GraphiQL is told relative to the address, so that a
   * proxy may have the service below a path of its own.
   *
   * @param address the path that was asked for
   */
  Optional<String> pageOf(AddressedKind kind, String key, String address, boolean graphiql) {
    return settings
        .pageUrl()
        .map(template -> template.replace("{kind}", kind.path()).replace("{key}", key))
        .or(
            () ->
                graphiql
                    ? Optional.of(
                        (address.endsWith("/") ? "../../" : "../")
                            + "q/graphql-ui/?query="
                            + URLEncoder.encode(kind.example(key), StandardCharsets.UTF_8)
                                .replace("+", "%20"))
                    : Optional.empty());
  }
}
