package org.chancery.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chancery.document.LoadMode;

/** {@code import --to URL FILE} gives a document, or a history, to a service that runs. */
public final class RemoteImport {

  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private RemoteImport() {}

  /**
   * Sends it, and says what became of it.
   *
   * @return the exit code: 0 where it was loaded, 1 where it was not
   */
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public static int run(List<String> arguments, Map<String, String> environment) {
    return send(ImportCommand.understood(arguments), environment, System.out, System.err);
  }

  private static int send(
      ExchangeArguments asked, Map<String, String> environment, PrintStream out, PrintStream err) {
    String service = String.valueOf(asked.service());
    boolean isStream = asked.file().equals(ExchangeArguments.STREAM);
    Path file = Path.of(asked.file());
    if (!isStream && (!Files.isReadable(file) || Files.isDirectory(file))) {
      err.printf("There is no file \"%s\" that can be read.%n", file);
      return 1;
    }
    try {
      BodyPublisher body =
          isStream
              ? BodyPublishers.ofInputStream(() -> System.in)
              : Files.isRegularFile(file)
                  ? BodyPublishers.ofFile(file)
                  : piped(Files.newInputStream(file));
      boolean isGzip = !isStream && Files.isRegularFile(file) && isGzip(file);
      ServiceClient client = new ServiceClient(service, environment);
      if (asked.isOfHistory()) {
        JsonNode answer = client.post("/record/history", body, isGzip, "revisions");
        out.println(ImportCommand.told(asked.file(), answer.path("revisions").asInt()));
        return 0;
      }
      LoadMode mode = ImportCommand.modeOf(asked);
      JsonNode answer =
          client.post(
              switch (mode) {
                case WHOLE -> "/record";
                case PARTIAL -> "/record?partial=true";
                case TRIAL -> "/record?check=true";
              },
              body,
              isGzip,
              "lines");
      List<String> faults = new ArrayList<>();
      answer.path("errors").forEach(fault -> faults.add(fault.path("message").asText()));
      if (!faults.isEmpty()) {
        err.println(ImportCommand.LEFT_OUT + String.join("\n", faults));
      }
      out.println(
          ImportCommand.told(
              mode,
              asked.file(),
              answer.path("lines").asInt(),
              answer.path("leftOut").asInt(),
              answer.path("changes").asInt()));
      return 0;
    } catch (ServiceClient.OddAnswerException odd) {
      err.printf(
          "Whether it was loaded is not known. %s%nSend it again: what is there already is left alone.%n",
          odd.getMessage());
    } catch (ServiceClient.RefusedException refused) {
      err.println("Nothing was loaded. " + refused.getMessage());
      refused.faults().forEach(err::println);
    } catch (IOException broken) {
      err.printf(
          "No answer came from %s (%s). Send it again: what is there already is left alone.%n",
          service, broken.getMessage());
    }
    return 1;
  }

  private static BodyPublisher piped(InputStream stream) {
    return BodyPublishers.ofInputStream(() -> stream);
  }

  /** By its first two bytes (RFC 1952). */
  private static boolean isGzip(Path file) throws IOException {
    try (InputStream begin = Files.newInputStream(file)) {
      return Arrays.equals(begin.readNBytes(GZIP.length), GZIP);
    }
  }
}
