package org.chancery.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts of this service's resources. */
final class Resources {

  private Resources() {}

  static String read(String path) {
    try (InputStream text =
        Objects.requireNonNull(Resources.class.getResourceAsStream("/" + path), path)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
