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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.document.RecordExport;
import org.chancery.revision.HistoryExport;
import org.jspecify.annotations.Nullable;

/** {@code chancery export FILE} writes the record as a document into a new file, and ends. */
public final class ExportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "export";

  /** What stands before the address of a service that runs. */
  private static final String FROM = "--from";

  private final RecordExport export;
  private final HistoryExport histories;

  ExportCommand(RecordExport export, HistoryExport histories) {
    this.export = export;
    this.histories = histories;
  }

  /** What these arguments ask for; null where they are not understood. */
  static @Nullable ExchangeArguments asked(List<String> arguments) {
    return ExchangeArguments.of(arguments, List.of(ExchangeArguments.HISTORY), FROM);
  }

  /** The same for arguments that are understood. */
  static ExchangeArguments understood(List<String> arguments) {
    return Objects.requireNonNull(asked(arguments));
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    ExchangeArguments asked = understood(List.of(arguments));
    return write(asked.file(), System.err, document -> write(asked, document, System.err));
  }

  private String write(ExchangeArguments asked, OutputStream document, PrintStream err)
      throws IOException {
    if (!asked.isOfHistory()) {
      return toldOfLines(asked.file(), export.write(document));
    }
    try (Progress progress = new Progress(err, "revisions")) {
      return told(asked.file(), histories.write(document, Integer.MAX_VALUE, progress));
    }
  }

  /** What a history was written to. */
  static String told(String file, int revisions) {
    return "Wrote %d revisions to %s.".formatted(revisions, file);
  }

  /** What a document was written to. */
  static String toldOfLines(String file, int lines) {
    return "Wrote %d lines to %s.".formatted(lines, file);
  }

  /** Writes what was asked for, and says what it was. */
  @FunctionalInterface
  interface Writing {
    String write(OutputStream document) throws IOException;
  }

  /**
   * Writes a new file, all of it or none.
   *
   * @return the exit code
   */
  static int write(String file, PrintStream err, Writing writing) {
    try {
      err.println(
          file.equals(ExchangeArguments.STREAM)
              ? written(writing, new FileOutputStream(FileDescriptor.out))
              : writeNew(Path.of(file), writing));
      return 0;
    } catch (FileAlreadyExistsException taken) {
      err.printf("There is a file \"%s\" already: name a new one.%n", file);
    } catch (ServiceClient.RefusedException refused) {
      err.println(refused.getMessage());
    } catch (IOException failure) {
      err.printf("\"%s\" cannot be written: %s.%n", file, failure.getMessage());
    } catch (RuntimeException | OutOfMemoryError failure) {
      err.println(OfflineCommand.sentence(failure));
    }
    return 1;
  }

  /** Has the name of the file only once all of it is written. */
  private static String writeNew(Path file, Writing writing) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path part = file.resolveSibling("%s.%s.part".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      String told = written(writing, Files.newOutputStream(part));
      Files.move(part, file);
      return told;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static String written(Writing writing, OutputStream to) throws IOException {
    try (OutputStream document = new BufferedOutputStream(to)) {
      return writing.write(document);
    }
  }
}
