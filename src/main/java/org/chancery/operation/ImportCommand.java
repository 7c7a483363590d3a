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
import org.chancery.document.DocumentLoader;
import org.chancery.document.FaultyDocumentException;
import org.jspecify.annotations.Nullable;

/**
 * {@code chancery import FILE} writes a document into the record, all of it or nothing, and ends.
 */
public final class ImportCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "import";

  /** Stands for what is piped in. */
  private static final String STANDARD_INPUT = "-";

  private final DocumentLoader loader;

  ImportCommand(DocumentLoader loader) {
    this.loader = loader;
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    return load(arguments[1], System.out, System.err);
  }

  private int load(String file, PrintStream out, PrintStream err) {
    try (InputStream document =
        file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file))) {
      DocumentLoader.Loaded loaded = loader.load(document);
      out.printf("Loaded %d lines of %s: %d changes.%n", loaded.lines(), file, loaded.changes());
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
