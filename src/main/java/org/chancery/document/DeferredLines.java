package org.chancery.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.record.JsonLines;
import org.jspecify.annotations.Nullable;

/** Lines that are looked at again later; in a file, as they may be all of a large document. */
final class DeferredLines implements AutoCloseable {

  private final SpoolFiles files;
  private @Nullable Path file;
  private @Nullable BufferedWriter writer;
  private int size;

  DeferredLines(SpoolFiles files) {
    this.files = files;
  }

  /** What is done with a line that has this number in its document. */
  @FunctionalInterface
  interface Reader {
    void read(int number, String text);
  }

  void add(int number, String text) {
    try {
      if (writer == null) {
        file = files.create("import");
        writer = Files.newBufferedWriter(file);
      }
      writer.write(number + " " + text + "\n");
      size++;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int size() {
    return size;
  }

  /** Reads them in the order in which they came; none can be added any more. */
  void forEach(Reader reader) {
    if (file == null || writer == null) {
      return;
    }
    try {
      writer.close();
      try (InputStream document = Files.newInputStream(file)) {
        JsonLines lines = new JsonLines(document, Integer.MAX_VALUE);
        for (String line = lines.next(); line != null; line = lines.next()) {
          int space = line.indexOf(' ');
          reader.read(Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      if (file != null) {
        files.delete(file);
      }
    }
  }
}
