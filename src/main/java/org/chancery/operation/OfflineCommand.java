package org.chancery.operation;

import org.chancery.database.DatabaseGone;

/** What commands have in common that work on the record and serve nobody. */
public final class OfflineCommand {

  private OfflineCommand() {}

  /** So that it can run beside a service that has the port, and tells nothing but what it did. */
  public static void serveNobody() {
    System.setProperty("quarkus.banner.enabled", "false");
    System.setProperty("quarkus.log.level", "WARN");
    // What it writes to where it is piped to is a document.
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.management.host-enabled", "false");
    // What has become of a transaction is told by the command itself.
    System.setProperty("quarkus.log.category.\"com.arjuna\".level", "OFF");
  }

  /** In one sentence where the cause is known. */
  static String sentence(Throwable failure) {
    return DatabaseGone.reasonOf(failure)
        .map(
            "The database did not go on (%s): see to it that it runs, and that nobody else writes for long."
                ::formatted)
        .or(() -> StartFailure.explain(failure))
        .orElse("The service failed (%s): report this.".formatted(failure));
  }
}
