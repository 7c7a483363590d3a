package org.chancery.operation;

import io.quarkus.runtime.QuarkusApplication;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chancery.document.RecordExport;

/** {@code chancery export FILE} writes the record as a document into a new file, and ends. */
public final class ExportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "export";

  /** Stands for where this is piped to. */
  private static final String STANDARD_OUTPUT = "-";

  private final RecordExport export;

  ExportCommand(RecordExport export) {
    this.export = export;
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    return write(arguments[1], System.err);
  }

  private int write(String file, PrintStream err) {
    try (OutputStream document = open(file)) {
      err.printf("Wrote %d lines to %s.%n", export.write(document), file);
      return 0;
    } catch (FileAlreadyExistsException taken) {
      err.printf("There is a file \"%s\" already: name a new one.%n", file);
    } catch (IOException failure) {
      deleteWhatIsHalfWritten(file);
      err.printf("\"%s\" cannot be written: %s.%n", file, failure.getMessage());
    } catch (RuntimeException | OutOfMemoryError failure) {
      deleteWhatIsHalfWritten(file);
      err.println(OfflineCommand.sentence(failure));
    }
    return 1;
  }

  private static void deleteWhatIsHalfWritten(String file) {
    if (!file.equals(STANDARD_OUTPUT)) {
      try {
        Files.deleteIfExists(Path.of(file));
      } catch (IOException stays) {
        // The message says that the file is not whole.
      }
    }
  }

  private static OutputStream open(String file) throws IOException {
    return new BufferedOutputStream(
        file.equals(STANDARD_OUTPUT)
            ? new FileOutputStream(FileDescriptor.out)
            : Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW));
  }
}
