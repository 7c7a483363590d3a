package org.chancery.operation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** {@code export --from URL FILE} writes the record of a service that runs into a new file. */
public final class RemoteExport {

  private static final int BUFFER = 32 * 1024;

  private RemoteExport() {}

  /**
   * Asks for it.
   *
   * @return the exit code: 0 where all of it was written, 1 where it was not
   */
  @SuppressWarnings("SystemOut") // a command says what it did to who called it
  public static int run(List<String> arguments, Map<String, String> environment) {
    ExchangeArguments asked = ExportCommand.understood(arguments);
    return ExportCommand.write(
        asked.file(), System.err, document -> write(asked, environment, document));
  }

  private static String write(
      ExchangeArguments asked, Map<String, String> environment, OutputStream document)
      throws IOException {
    ServiceClient client = new ServiceClient(String.valueOf(asked.service()), environment);
    HttpResponse<InputStream> response =
        client.get(asked.isOfHistory() ? "/record/history" : "/record");
    boolean isGzip =
        response
            .headers()
            .firstValue("Content-Encoding")
            .filter("gzip"::equalsIgnoreCase)
            .isPresent();
    try (InputStream body = new BufferedInputStream(response.body(), BUFFER)) {
      int lines = copy(isGzip ? unpacked(body) : body, document);
      return asked.isOfHistory()
          ? ExportCommand.told(
              asked.file(),
              response.headers().firstValue(ServiceClient.REVISION).map(Integer::valueOf).orElse(0))
          : ExportCommand.toldOfLines(asked.file(), lines);
    }
  }

  /** All bytes, of which it counts the lines. */
  private static int copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int lines = 0;
    for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
      to.write(buffer, 0, read);
      for (int i = 0; i < read; i++) {
        lines += buffer[i] == '\n' ? 1 : 0;
      }
    }
    return lines;
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    try {
      return new GZIPInputStream(body, BUFFER);
    } catch (IOException noGzip) {
      throw new ServiceClient.RefusedException("The answer cannot be read: it is no gzip.");
    }
  }

  private static int read(InputStream from, byte[] buffer) throws IOException {
    try {
      return from.read(buffer);
    } catch (IOException broken) {
      throw new ServiceClient.RefusedException(
          "The answer broke off (%s): ask again.".formatted(broken.getMessage()));
    }
  }
}
