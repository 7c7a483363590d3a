package org.chancery;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import org.chancery.operation.CommandLine;
import org.chancery.operation.ExportCommand;
import org.chancery.operation.HealthCommand;
import org.chancery.operation.ImportCommand;
import org.chancery.operation.OfflineCommand;
import org.chancery.operation.RemoteExport;
import org.chancery.operation.RemoteImport;
import org.chancery.operation.Settings;
import org.chancery.operation.StartFailure;
import org.chancery.operation.TrainedParser;
import org.chancery.operation.VerifyCommand;
import org.chancery.users.UserCommand;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service, and says in one sentence why where it cannot. */
@QuarkusMain
public final class Chancery {

  private static final String NOT_STARTED = "Chancery did not start. ";

  static {
    // Quarkus 3.33 would answer an address that is none with nothing but 400; we say what is wrong.
    System.setProperty("vertx.disableURIValidation", "true");
    // Classes are initialised when the native executable is built, and stay as they are then.
    TrainedParser.trainWhileBuilding();
  }

  Chancery() {}

  @SuppressWarnings("SystemOut") // commands answer to who called them
  public static void main(String... args) {
    List<String> arguments = List.of(args);
    String fault = Settings.faultIn(System.getenv());
    if (fault != null) {
      System.err.println(NOT_STARTED + fault);
      System.exit(1);
    }
    switch (CommandLine.of(arguments)) {
      case SERVE -> Quarkus.run(null, Chancery::ended, args);
      case IMPORT -> run(ImportCommand.class, args);
      case EXPORT -> run(ExportCommand.class, args);
      case REMOTE_IMPORT -> System.exit(RemoteImport.run(arguments, System.getenv()));
      case REMOTE_EXPORT -> System.exit(RemoteExport.run(arguments, System.getenv()));
      case VERIFY -> run(VerifyCommand.class, args);
      case USER -> System.exit(UserCommand.run(arguments));
      case HEALTH -> System.exit(HealthCommand.run(System.getenv()));
      case HELP -> System.out.print(CommandLine.usage());
      case VERSION -> System.out.println(CommandLine.version());
      case REFUSE -> {
        System.err.print(CommandLine.refusal(arguments));
        System.exit(CommandLine.MISUSED);
      }
    }
  }

  private static void run(Class<? extends QuarkusApplication> command, String... args) {
    OfflineCommand.serveNobody();
    Quarkus.run(command, Chancery::ended, args);
  }

  @SuppressWarnings("SystemExitOutsideMain") // this is what Quarkus ends with
  private static void ended(int exitCode, @Nullable Throwable failure) {
    if (failure != null) {
      StartFailure.explain(failure)
          .ifPresentOrElse(
              sentence -> System.err.println(NOT_STARTED + sentence),
              () -> Logger.getLogger(Chancery.class).error("Chancery did not start.", failure));
    }
    // In dev mode a failed start waits for the next change of the source.
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      System.exit(exitCode);
    }
  }
}
