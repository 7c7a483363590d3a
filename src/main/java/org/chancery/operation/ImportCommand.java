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

  private final DocumentLoader loader;

  ImportCommand(DocumentLoader loader) {
    this.loader = loader;
  }

  /** Whether these arguments are understood. */
  static boolean accepts(List<String> arguments) {
    return arguments.size() == (arguments.contains(CHECK) ? 3 : 2)
        && !arguments.get(arguments.size() - 1).equals(CHECK);
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    List<String> given = List.of(arguments);
    return load(given.get(given.size() - 1), given.contains(CHECK), System.out, System.err);
  }

  private int load(String file, boolean isTrial, PrintStream out, PrintStream err) {
    try (InputStream document =
            file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
        Progress progress = new Progress(err, "lines")) {
      DocumentLoader.Loaded loaded =
          isTrial
              ? loader.check(document, progress)
              : loader.load(document, Viewer.IMPORT, progress);
      progress.done();
      out.printf(
          isTrial
              ? "%d lines of %s have no fault, and would make %d changes. Nothing was written.%n"
              : "Loaded %d lines of %s: %d changes.%n",
          loaded.lines(),
          file,
          loaded.changes());
      return 0;
    } catch (FaultyDocumentException faults) {
      err.println(faults.getMessage());
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

  private static @Nullable String reasonOf(Exception unreadable) {
    return unreadable.getCause() instanceof IOException cause
        ? cause.getMessage()
        : unreadable.getMessage();
  }
}
