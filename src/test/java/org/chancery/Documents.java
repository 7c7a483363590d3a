package org.chancery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  private static final JsonMapper JSON = new JsonMapper();

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

  /** A line as it was exported. */
  public static ObjectNode read(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
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
