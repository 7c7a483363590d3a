package org.chancery;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the service, and says in one sentence why where it cannot. */
@QuarkusMain
public final class Chancery {

  private static final Logger LOG = Logger.getLogger(Chancery.class);

  Chancery() {}

  public static void main(String... args) {
    Quarkus.run(null, Chancery::ended, args);
  }

  @SuppressWarnings("SystemExitOutsideMain") // this is what Quarkus ends with
  private static void ended(int exitCode, @Nullable Throwable failure) {
    if (failure != null) {
      StartFailure.explain(failure)
          .ifPresentOrElse(
              sentence -> System.err.println("Chancery did not start. " + sentence),
              () -> LOG.error("Chancery did not start.", failure));
    }
    // In dev mode a failed start waits for the next change of the source.
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      System.exit(exitCode);
    }
  }
}
