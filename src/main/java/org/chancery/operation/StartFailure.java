package org.chancery.operation;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.document.FaultyDocumentException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;

/**
 * Why the service did not start, for those reasons that whoever started it can do something about.
 */
public final class StartFailure {

  /** H2: the file is open already. */
  private static final int DATABASE_ALREADY_OPEN = 90020;

  /** H2 wants to be told that a path is meant to begin in the working folder. */
  private static final int PATH_WITHOUT_BEGINNING = 90011;

  /** H2: the file cannot be written, or cannot be made. */
  private static final List<Integer> FILE_NOT_WRITABLE = List.of(90028, 90031, 90034, 90062);

  /** Flyway's message of an applied migration that is unknown. */
  private static final Pattern NOT_KNOWN_HERE =
      Pattern.compile("not resolved locally: ([\\d.]*\\d)");

  private static final String URL = "quarkus.datasource.jdbc.url";

  /** No such database, no right, no slot for a connection, not started yet (PostgreSQL). */
  private static final Set<String> REFUSALS = Set.of("3D000", "42501", "53300", "57P03");

  private StartFailure() {}

  /** One sentence, or nothing where the failure is not one that we know. */
  public static Optional<String> explain(Throwable failure) {
    List<Throwable> causes = causes(failure);
    if (causes.stream().anyMatch(StartFailure::isOfThePath)) {
      return Optional.of(
          "CHANCERY_DATA is \"%1$s\", which does not say where it begins: set it to \"./%1$s\", or to a whole path."
              .formatted(setting("chancery.data")));
    }
    for (Throwable cause : causes) {
      if (cause instanceof QuarkusBindException bind) {
        return Optional.of(
            "Port "
                + bind.getPort()
                + " is in use: stop what uses it, or set QUARKUS_HTTP_PORT to another.");
      }
      if (cause instanceof BindException) {
        return Optional.of(
            "A port is in use that the service needs: stop what uses it, or set QUARKUS_HTTP_PORT (8080) or QUARKUS_MANAGEMENT_PORT (9000) to another.");
      }
      if (cause instanceof ConfigValidationException settings) {
        return Optional.of(explain(settings));
      }
      if (cause instanceof FlywayValidateException tables) {
        return Optional.of(explain(tables));
      }
      if (cause instanceof FileSystemException file && isOfTheData(file)) {
        return Optional.of(dataNotWritable());
      }
      if (isOfTheUrl(cause)) {
        return Optional.of(notLetIn(cause));
      }
      if (cause instanceof SQLException database) {
        return explain(database);
      }
      if (cause instanceof FaultyDocumentException || cause instanceof ConfigurationException) {
        return Optional.ofNullable(cause.getMessage());
      }
    }
    return Optional.empty();
  }

  /** Without the numbers and the classes that SmallRye Config tells. */
  private static String explain(ConfigValidationException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .skip(1)
        .map(
            line ->
                line.strip()
                    .replaceAll(
                        "[\\w.]+Exception: |SRCFG\\d+: |threw an Exception whilst being converted ",
                        ""))
        .collect(Collectors.joining(" ", "A setting cannot be used. ", "."));
  }

  private static String explain(FlywayValidateException failure) {
    String message = String.valueOf(failure.getMessage());
    Matcher newer = NOT_KNOWN_HERE.matcher(message);
    return newer.find()
        ? "The database was changed by a newer Chancery (its tables have version "
            + newer.group(1)
            + ", which this one does not know): start the newer one, or restore a backup from before."
        : "The tables of the database are not as this Chancery made them: "
            + message.lines().skip(1).findFirst().orElse(message)
            + " Restore a backup.";
  }

  private static Optional<String> explain(SQLException failure) {
    if (failure.getErrorCode() == DATABASE_ALREADY_OPEN) {
      return Optional.of(
          "Another program, perhaps another Chancery, has the record in the folder \""
              + setting("chancery.data")
              + "\" open: stop it, or set CHANCERY_DATA to another folder.");
    }
    if (FILE_NOT_WRITABLE.contains(failure.getErrorCode())) {
      return Optional.of(dataNotWritable());
    }
    if (failure.getCause() instanceof TimeoutException) {
      return Optional.of(
          "The database at %s did not answer within %d seconds: start it, or correct QUARKUS_DATASOURCE_JDBC_URL."
              .formatted(
                  addressOfTheDatabase(),
                  ConfigProvider.getConfig()
                      .getValue("quarkus.datasource.jdbc.acquisition-timeout", Duration.class)
                      .toSeconds()));
    }
    String state = failure.getSQLState();
    if (state != null
        && (state.startsWith("08") || state.startsWith("28") || REFUSALS.contains(state))) {
      return Optional.of(notLetIn(failure));
    }
    return Optional.empty();
  }

  private static String dataNotWritable() {
    return "The data folder \""
        + setting("chancery.data")
        + "\" cannot be written: make it writable, or set CHANCERY_DATA to another folder.";
  }

  /** Whether it is about a file in the data folder, or about a folder above it. */
  private static boolean isOfTheData(FileSystemException failure) {
    Path file = Path.of(String.valueOf(failure.getFile())).toAbsolutePath();
    Path data = Path.of(setting("chancery.data")).toAbsolutePath();
    return file.startsWith(data) || data.startsWith(file);
  }

  private static String notLetIn(Throwable failure) {
    String address = addressOfTheDatabase();
    return "The database at %s did not let us in (%s): check QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."
        .formatted(address, String.valueOf(failure.getMessage()).replace(setting(URL), address));
  }

  /** Only what comes before its parameters, among which a password can stand. */
  private static String addressOfTheDatabase() {
    return withoutParameters(setting(URL));
  }

  static String withoutParameters(String address) {
    return address.split("[?;]", 2)[0];
  }

  /** Whether it quotes the database's address, as a driver does that cannot read it. */
  private static boolean isOfThePath(Throwable failure) {
    return failure instanceof SQLException database
        && database.getErrorCode() == PATH_WITHOUT_BEGINNING
        && setting(URL).startsWith("jdbc:h2:file:" + setting("chancery.data") + "/");
  }

  private static boolean isOfTheUrl(Throwable failure) {
    String url = setting(URL);
    return !url.isEmpty() && String.valueOf(failure.getMessage()).contains(url);
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse("");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (@Nullable Throwable at = failure; at != null && !causes.contains(at); at = at.getCause()) {
      causes.add(at);
    }
    return causes;
  }
}
