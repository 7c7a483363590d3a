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
import java.util.List;
import org.chancery.document.RecordExport;
import org.chancery.revision.HistoryExport;

/** {@code chancery export FILE} writes the record as a document into a new file, and ends. */
public final class ExportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "export";

  /** Stands for where this is piped to. */
  private static final String STANDARD_OUTPUT = "-";

  private final RecordExport export;
  private final HistoryExport histories;

  ExportCommand(RecordExport export, HistoryExport histories) {
    this.export = export;
    this.histories = histories;
  }

  /** Whether these arguments are understood. */
  static boolean accepts(List<String> arguments) {
    return arguments.size() == (arguments.contains(ImportCommand.HISTORY) ? 3 : 2)
        && !arguments.get(arguments.size() - 1).equals(ImportCommand.HISTORY);
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    return write(arguments[arguments.length - 1], arguments.length > 2, System.err);
  }

  private int write(String file, boolean hasHistory, PrintStream err) {
    try (OutputStream document = open(file);
        Progress progress = new Progress(err, "revisions")) {
      String told =
          hasHistory
              ? "Wrote %d revisions to %s."
                  .formatted(histories.write(document, Integer.MAX_VALUE, progress), file)
              : "Wrote %d lines to %s.".formatted(export.write(document), file);
      progress.done();
      err.println(told);
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
