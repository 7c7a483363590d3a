package org.chancery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.chancery.document.DocumentLoader;
import org.chancery.document.RecordExport;

/** Documents as texts. */
public final class Documents {

  private Documents() {}

  public static InputStream stream(String document) {
    return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
  }

  public static DocumentLoader.Loaded load(DocumentLoader loader, String document) {
    return load(loader, stream(document));
  }

  public static DocumentLoader.Loaded load(DocumentLoader loader, InputStream document) {
    return loader.load(document, "test", line -> {});
  }

  /** The whole record. */
  public static String exported(RecordExport export) {
    try (ByteArrayOutputStream written = new ByteArrayOutputStream()) {
      export.write(written);
      return written.toString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
