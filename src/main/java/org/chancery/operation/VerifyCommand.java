package org.chancery.operation;

import io.quarkus.runtime.QuarkusApplication;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.proof.SignedHead;
import org.chancery.revision.HistoryCheck;
import org.chancery.revision.RecordVerification;
import org.jspecify.annotations.Nullable;

/**
 * {@code chancery verify} checks that the record holds what was signed, and ends; {@code verify
 * HEAD…} also that it still has all that some kept heads have signed; {@code verify --history FILE
 * HEAD…} checks a history in a file in the same way.
 */
public final class VerifyCommand implements QuarkusApplication {

  /** What it is called on the command line. */
  public static final String NAME = "verify";

  private final RecordVerification verification;

  VerifyCommand(RecordVerification verification) {
    this.verification = verification;
  }

  @Override
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public int run(String... arguments) {
    List<String> files = List.of(arguments).subList(1, arguments.length);
    boolean isOfFile = files.size() > 1 && files.get(0).equals(ExchangeArguments.HISTORY);
    return verify(
        isOfFile ? files.get(1) : null,
        isOfFile ? files.subList(2, files.size()) : files,
        System.out,
        System.err);
  }

  private int verify(
      @Nullable String history, List<String> files, PrintStream out, PrintStream err) {
    List<String> kept = new ArrayList<>();
    for (String file : files) {
      try {
        kept.add(Files.readString(Path.of(file)));
      } catch (NoSuchFileException missing) {
        err.printf("There is no file \"%s\".%n", file);
        return 1;
      } catch (IOException unreadable) {
        err.printf("\"%s\" cannot be read: %s.%n", file, unreadable.getMessage());
        return 1;
      }
    }
    try (Progress progress = new Progress(err, "revisions")) {
      RecordVerification.Result result =
          history == null ? verification.verify(kept, progress) : check(history, kept, progress);
      progress.done();
      result.faults().forEach(err::println);
      SignedHead head = result.head();
      if (!result.faults().isEmpty()) {
        err.println("The record is not what was signed.");
        return 1;
      }
      out.print(
          head == null
              ? "The record has no revision yet.\n"
              : "The record is what was signed, up to revision %d with the root %s.%n"
                  .formatted(head.size(), head.root()));
      return 0;
    } catch (NoSuchFileException missing) {
      err.printf("There is no file \"%s\".%n", history);
      return 1;
    } catch (IOException unreadable) {
      err.printf("\"%s\" cannot be read: %s.%n", history, unreadable.getMessage());
      return 1;
    } catch (RuntimeException | OutOfMemoryError failure) {
      err.println(OfflineCommand.sentence(failure));
      return 1;
    }
  }

  private static RecordVerification.Result check(
      String history, List<String> kept, Progress progress) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(Path.of(history)))) {
      return HistoryCheck.check(stream, kept, progress);
    }
  }
}
