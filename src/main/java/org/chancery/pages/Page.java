package org.chancery.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text of this service's resources. */
final class Page {

  static final String HTML = "text/html;charset=utf-8";

  private static final String FOLDER = "/home/";

  private Page() {}

  static String read(String name) {
    try (InputStream page =
        Objects.requireNonNull(Page.class.getResourceAsStream(FOLDER + name), name)) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
