package org.chancery.address;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the record is found on the web. */
@ConfigMapping(prefix = "chancery.address")
public interface AddressSettings {

  /**
   * What addresses begin with, such as {@code https://record.example}; where it is not given they
   * are relative to this service.
   */
  Optional<String> baseUrl();

  /**
   * Where a browser finds the page of a thing, with {@code {kind}} and {@code {key}} in it, such as
   * {@code https://archive.example/{kind}/{key}}; where it is not given, GraphiQL.
   */
  Optional<String> pageUrl();
}
