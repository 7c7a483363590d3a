package org.chancery.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chancery.document.LoadMode;

/** {@code import --to URL FILE} gives a document, or a history, to a service that runs. */
public final class RemoteImport {

  /** How such a file begins (RFC 1952). */
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
    try {
      Upload upload = Upload.of(asked.file());
      ServiceClient client = new ServiceClient(service, environment);
      out.println(
          asked.isOfHistory()
              ? sendHistory(asked, client, upload)
              : sendDocument(asked, client, upload, err));
      return 0;
    } catch (NoSuchFileException missing) {
      err.printf("There is no file \"%s\" that can be read.%n", asked.file());
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

  private static String sendHistory(ExchangeArguments asked, ServiceClient client, Upload upload)
      throws IOException {
    JsonNode answer = client.post("/record/history", upload.body(), upload.isGzip(), "revisions");
    return ImportCommand.told(asked.file(), answer.path("revisions").asInt());
  }

  private static String sendDocument(
      ExchangeArguments asked, ServiceClient client, Upload upload, PrintStream err)
      throws IOException {
    LoadMode mode = ImportCommand.modeOf(asked);
    String path =
        switch (mode) {
          case WHOLE -> "/record";
          case PARTIAL -> "/record?partial=true";
          case TRIAL -> "/record?check=true";
        };
    JsonNode answer = client.post(path, upload.body(), upload.isGzip(), "lines");
    List<String> faults = ServiceClient.messagesIn(answer);
    if (!faults.isEmpty()) {
      err.println(ImportCommand.LEFT_OUT + String.join("\n", faults));
    }
    return ImportCommand.told(
        mode,
        asked.file(),
        answer.path("lines").asInt(),
        answer.path("leftOut").asInt(),
        answer.path("changes").asInt());
  }

  /**
   * What is sent.
   *
   * @param isGzip whether it is compressed, as far as that can be seen before it is read
   */
  private record Upload(BodyPublisher body, boolean isGzip) {

    /**
     * The content of a file, or what is piped in.
     *
     * @throws NoSuchFileException where there is none that can be read
     */
    static Upload of(String file) throws IOException {
      if (file.equals(ExchangeArguments.STREAM)) {
        return new Upload(BodyPublishers.ofInputStream(() -> System.in), false);
      }
      Path path = Path.of(file);
      if (!Files.isReadable(path) || Files.isDirectory(path)) {
        throw new NoSuchFileException(file);
      }
      if (!Files.isRegularFile(path)) {
        // How long a pipe is, nobody knows.
        InputStream pipe = Files.newInputStream(path);
        return new Upload(BodyPublishers.ofInputStream(() -> pipe), false);
      }
      try (InputStream begin = Files.newInputStream(path)) {
        return new Upload(
            BodyPublishers.ofFile(path), Arrays.equals(begin.readNBytes(GZIP.length), GZIP));
      }
    }
  }
}
