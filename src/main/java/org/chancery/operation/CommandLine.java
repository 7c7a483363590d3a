package org.chancery.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.chancery.users.UserCommand;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
public final class CommandLine {

  /** The exit code of a command line that cannot be understood. */
  public static final int MISUSED = 2;

  private static final String USAGE =
      """
      Chancery, the record of diplomatic meetings.

        (no argument)    serves the record until it is stopped
        import FILE      writes a document into the record and ends; - for what is piped in; --check FILE tries it and writes nothing;
                         --partial FILE leaves out the lines that have faults, and tells them;
                         --history FILE takes a record with all of its past and its proof into an empty one;
                         --to URL gives it to a service that runs, signed in as CHANCERY_SIGN_IN says: NAME:PASSWORD, or a token
        export FILE      writes the record as a document and ends; - for where this is piped to; --history FILE with all of its past;
                         --from URL of a service that runs
        verify           checks that the record holds what was signed; verify HEAD… against heads that were kept, a file each;
                         --history FILE HEAD… checks what export --history has written, without a record
        user add NAME    asks for a password and prints a line for the file of users; NAME ROLE where it is not "editor"
        health           exits with 0 where the service beside it is ready, with 1 where it is not
        --help           shows this
        --version        shows the version

      Settings are environment variables: CHANCERY_DATA is the folder of the record, CHANCERY_SAMPLE=true loads the sample
      into an empty one. The README's table has all of them.
      """;

  /** What to do. */
  public enum Action {
    SERVE,
    IMPORT,
    EXPORT,
    REMOTE_IMPORT,
    REMOTE_EXPORT,
    VERIFY,
    USER,
    HEALTH,
    HELP,
    VERSION,
    REFUSE
  }

  private CommandLine() {}

  public static Action of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return Action.SERVE;
    }
    return switch (arguments.get(0)) {
      case ImportCommand.NAME ->
          of(ImportCommand.asked(arguments), Action.IMPORT, Action.REMOTE_IMPORT);
      case ExportCommand.NAME ->
          of(ExportCommand.asked(arguments), Action.EXPORT, Action.REMOTE_EXPORT);
      case VerifyCommand.NAME -> Action.VERIFY;
      case UserCommand.NAME -> UserCommand.accepts(arguments) ? Action.USER : Action.REFUSE;
      case HealthCommand.NAME -> arguments.size() == 1 ? Action.HEALTH : Action.REFUSE;
      case "--help", "help" -> Action.HELP;
      case "--version" -> Action.VERSION;
      default -> Action.REFUSE;
    };
  }

  private static Action of(@Nullable ExchangeArguments asked, Action here, Action elsewhere) {
    return asked == null ? Action.REFUSE : asked.service() == null ? here : elsewhere;
  }

  public static String usage() {
    return USAGE;
  }

  /** What is wrong with arguments that are refused. */
  public static String refusal(List<String> arguments) {
    return "\"%s\" is not understood.%n%n%s".formatted(String.join(" ", arguments), USAGE);
  }

  /** The version that was built. */
  public static String version() {
    try (InputStream version =
        Objects.requireNonNull(CommandLine.class.getResourceAsStream("/version.txt"))) {
      return new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
