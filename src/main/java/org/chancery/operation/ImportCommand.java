package org.chancery.operation;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.chancery.database.DatabaseGone;
import org.chancery.document.DocumentLoader;
import org.chancery.document.FaultyDocumentException;
import org.chancery.document.LoadMode;
import org.chancery.graphql.viewer.Viewer;
import org.chancery.revision.HistoryFault;
import org.chancery.revision.HistoryImport;
import org.jspecify.annotations.Nullable;

/**
 * {@code chancery import FILE} writes a document into the record, all of it or nothing, and ends;
 * {@code import --check FILE} tells what that would do, and writes nothing, and {@code import
 * --partial FILE} leaves out the lines that have faults.
 */
public final class ImportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "import";

  private static final String CHECK = "--check";

  private static final String PARTIAL = "--partial";

  private static final List<String> OPTIONS = List.of(CHECK, PARTIAL, ExchangeArguments.HISTORY);

  /** What stands before the address of a service that runs. */
  private static final String TO = "--to";

  /** What stands before faults of lines that were. */
  static final String LEFT_OUT = "Left out, with what names them:\n";

  private final DocumentLoader loader;
  private final HistoryImport histories;

  ImportCommand(DocumentLoader loader, HistoryImport histories) {
    this.loader = loader;
    this.histories = histories;
  }

  /** What these arguments ask for; null where they are not understood. */
  static @Nullable ExchangeArguments asked(List<String> arguments) {
    return ExchangeArguments.of(arguments, OPTIONS, TO);
  }

  /** The same for arguments that are understood. */
  static ExchangeArguments understood(List<String> arguments) {
    return Objects.requireNonNull(asked(arguments));
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    return load(understood(List.of(arguments)), System.out, System.err);
  }

  private int load(ExchangeArguments asked, PrintStream out, PrintStream err) {
    String file = asked.file();
    try (InputStream document =
            file.equals(ExchangeArguments.STREAM)
                ? System.in
                : Files.newInputStream(Path.of(file));
        Progress progress = new Progress(err, "lines")) {
      String told =
          asked.isOfHistory()
              ? told(file, histories.load(document, progress))
              : load(document, file, modeOf(asked), progress, err);
      progress.done();
      out.println(told);
      return 0;
    } catch (FaultyDocumentException faults) {
      err.println(faults.getMessage());
    } catch (HistoryFault fault) {
      err.printf("Nothing was loaded. %s%n", fault.getMessage());
    } catch (NoSuchFileException missing) {
      err.printf("There is no file \"%s\".%n", file);
    } catch (AccessDeniedException notAllowed) {
      err.printf("\"%s\" may not be read by this user.%n", file);
    } catch (IOException | UncheckedIOException unreadable) {
      err.printf("\"%s\" cannot be read: %s.%n", file, reasonOf(unreadable));
    } catch (RuntimeException | OutOfMemoryError failure) {
      err.println(
          (DatabaseGone.reasonOf(failure).isPresent() && !CHECK.equals(asked.option())
                  ? "Whether it was loaded is not known: look before you load it again. "
                  : "Nothing was loaded. ")
              + OfflineCommand.sentence(failure));
    }
    return 1;
  }

  /** What shall become of a document. */
  static LoadMode modeOf(ExchangeArguments asked) {
    return CHECK.equals(asked.option())
        ? LoadMode.TRIAL
        : PARTIAL.equals(asked.option()) ? LoadMode.PARTIAL : LoadMode.WHOLE;
  }

  private String load(
      InputStream document, String file, LoadMode mode, Progress progress, PrintStream err) {
    DocumentLoader.Loaded loaded = loader.load(document, Viewer.IMPORT, true, null, mode, progress);
    if (!loaded.refused().all().isEmpty()) {
      progress.done();
      err.println(LEFT_OUT + loaded.refused().inLines());
    }
    return told(mode, file, loaded.lines(), loaded.leftOut(), loaded.changes());
  }

  /** What became of a document. */
  static String told(LoadMode mode, String file, int lines, int leftOut, int changes) {
    return switch (mode) {
      case TRIAL ->
          "%d lines of %s have no fault, and would make %d changes. Nothing was written."
              .formatted(lines, file, changes);
      case WHOLE, PARTIAL ->
          "Loaded %d lines of %s: %d changes.".formatted(lines - leftOut, file, changes);
    };
  }

  /** What became of a history. */
  static String told(String file, int revisions) {
    return "Loaded %d revisions of %s, which are what was signed.".formatted(revisions, file);
  }

  private static @Nullable String reasonOf(Exception unreadable) {
    return unreadable.getCause() instanceof IOException cause
        ? cause.getMessage()
        : unreadable.getMessage();
  }
}
