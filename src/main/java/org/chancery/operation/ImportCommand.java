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

  /** Stands for what is piped in. */
  private static final String STANDARD_INPUT = "-";

  private static final String CHECK = "--check";

  private static final String PARTIAL = "--partial";

  private static final List<String> OPTIONS = List.of(CHECK, PARTIAL, ImportCommand.HISTORY);

  /** For all of the past too. */
  static final String HISTORY = "--history";

  private final DocumentLoader loader;
  private final HistoryImport histories;

  ImportCommand(DocumentLoader loader, HistoryImport histories) {
    this.loader = loader;
    this.histories = histories;
  }

  /** Whether these arguments are understood. */
  static boolean accepts(List<String> arguments) {
    boolean hasOption = OPTIONS.contains(arguments.get(Math.min(1, arguments.size() - 1)));
    return arguments.size() == (hasOption ? 3 : 2)
        && !OPTIONS.contains(arguments.get(arguments.size() - 1));
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    List<String> given = List.of(arguments);
    return load(
        given.get(given.size() - 1), given.subList(1, given.size() - 1), System.out, System.err);
  }

  private int load(String file, List<String> options, PrintStream out, PrintStream err) {
    try (InputStream document =
            file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
        Progress progress = new Progress(err, "lines")) {
      String told =
          options.contains(HISTORY)
              ? "Loaded %d revisions of %s, which are what was signed."
                  .formatted(histories.load(document, progress), file)
              : load(document, file, modeOf(options), progress, err);
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
      err.printf("Nothing was loaded. %s%n", OfflineCommand.sentence(failure));
    }
    return 1;
  }

  private static LoadMode modeOf(List<String> options) {
    return options.contains(CHECK)
        ? LoadMode.TRIAL
        : options.contains(PARTIAL) ? LoadMode.PARTIAL : LoadMode.WHOLE;
  }

  private String load(
      InputStream document, String file, LoadMode mode, Progress progress, PrintStream err) {
    DocumentLoader.Loaded loaded = loader.load(document, Viewer.IMPORT, null, mode, progress);
    if (!loaded.refused().all().isEmpty()) {
      progress.done();
      err.println("Left out, with what names them:\n" + loaded.refused().inLines());
    }
    return switch (mode) {
      case TRIAL ->
          "%d lines of %s have no fault, and would make %d changes. Nothing was written."
              .formatted(loaded.lines(), file, loaded.changes());
      case WHOLE, PARTIAL ->
          "Loaded %d lines of %s: %d changes."
              .formatted(loaded.lines() - loaded.leftOut(), file, loaded.changes());
    };
  }

  private static @Nullable String reasonOf(Exception unreadable) {
    return unreadable.getCause() instanceof IOException cause
        ? cause.getMessage()
        : unreadable.getMessage();
  }
}
