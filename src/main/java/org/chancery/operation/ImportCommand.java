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
import org.chancery.graphql.viewer.Viewer;
import org.chancery.revision.HistoryFault;
import org.chancery.revision.HistoryImport;
import org.jspecify.annotations.Nullable;

/**
 * {@code chancery import FILE} writes a document into the record, all of it or nothing, and ends;
 * {@code import --check FILE} tells what that would do, and writes nothing.
 */
public final class ImportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "import";

  /** Stands for what is piped in. */
  private static final String STANDARD_INPUT = "-";

  private static final String CHECK = "--check";

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
    boolean hasOption =
        List.of(CHECK, HISTORY).contains(arguments.get(Math.min(1, arguments.size() - 1)));
    return arguments.size() == (hasOption ? 3 : 2)
        && !List.of(CHECK, HISTORY).contains(arguments.get(arguments.size() - 1));
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
              : load(document, file, options.contains(CHECK), progress);
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

  private String load(InputStream document, String file, boolean isTrial, Progress progress) {
    DocumentLoader.Loaded loaded =
        isTrial ? loader.check(document, progress) : loader.load(document, Viewer.IMPORT, progress);
    return (isTrial
            ? "%d lines of %s have no fault, and would make %d changes. Nothing was written."
            : "Loaded %d lines of %s: %d changes.")
        .formatted(loaded.lines(), file, loaded.changes());
  }

  private static @Nullable String reasonOf(Exception unreadable) {
    return unreadable.getCause() instanceof IOException cause
        ? cause.getMessage()
        : unreadable.getMessage();
  }
}
