package org.chancery.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A service that runs elsewhere, as commands talk to it. */
final class ServiceClient {

  /** A header of every record: of which revision it is. */
  static final String REVISION = "Chancery-Revision";

  /** How one signs in there: {@code NAME:PASSWORD}, or a token. */
  static final String SIGN_IN = "CHANCERY_SIGN_IN";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Bytes of an answer; a document with very many faults has some hundred thousand. */
  private static final int MOST = 10_000_000;

  private static final int LAST_PORT = 65_535;

  private static final JsonMapper JSON = new JsonMapper();

  private final String url;
  private final @Nullable String authorization;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  /** What was asked was not done; the message is for people. */
  static class RefusedException extends IOException {

    private final transient List<String> told;

    RefusedException(String message, List<String> told) {
      super(message);
      this.told = told;
    }

    RefusedException(String message) {
      this(message, List.of());
    }

    /** What is wrong with what was sent; empty where it was not looked at. */
    List<String> faults() {
      return told;
    }
  }

  /** An answer of something else, or of a service in trouble: it may have been done. */
  static final class OddAnswerException extends RefusedException {

    OddAnswerException(String message) {
      super(message);
    }
  }

  /**
   * The service at an address.
   *
   * @param url with its path prefix, such as {@code https://record.example}
   * @throws RefusedException where this is no address of a service
   */
  ServiceClient(String url, Map<String, String> environment) throws RefusedException {
    this.url = requireAddress(url);
    this.authorization = authorization(environment.get(SIGN_IN));
  }

  private static String requireAddress(String url) throws RefusedException {
    try {
      URI address = new URI(url);
      if (List.of("http", "https")
              .contains(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT))
          && address.getHost() != null
          && address.getPort() <= LAST_PORT
          && address.getRawUserInfo() == null
          && address.getRawQuery() == null
          && address.getRawFragment() == null) {
        return url.replaceFirst("/+$", "");
      }
    } catch (URISyntaxException none) {
      // As one without a host.
    }
    throw new RefusedException(
        "\"%s\" is no address of a service: give one such as https://record.example."
            .formatted(url));
  }

  private static @Nullable String authorization(@Nullable String signIn) throws RefusedException {
    if (signIn == null) {
      return null;
    }
    if (signIn.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(SIGN_IN + " has a line break, or another control character.");
    }
    return signIn.contains(":")
        ? "Basic " + Base64.getEncoder().encodeToString(signIn.getBytes(StandardCharsets.UTF_8))
        : "Bearer " + signIn;
  }

  /**
   * Sends what a command was given.
   *
   * @param path what to do with it, with its parameters
   * @param isGzip whether it is compressed
   * @param member what the answer has where it was taken
   * @throws RefusedException where it was not taken
   */
  JsonNode post(String path, BodyPublisher body, boolean isGzip, String member) throws IOException {
    HttpRequest.Builder request =
        to(path).header("Content-Type", "application/x-ndjson").POST(body);
    if (isGzip) {
      request.header("Content-Encoding", "gzip");
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpResponse<InputStream> response = send(request);
    try (InputStream answer = response.body()) {
      return read(answer)
          .filter(told -> told.has(member))
          .orElseThrow(() -> isNoneOfOurs(response));
    }
  }

  /**
   * Asks for what anybody may read.
   *
   * @return a response with status 200
   * @throws RefusedException where there is none
   */
  HttpResponse<InputStream> get(String path) throws IOException {
    HttpResponse<InputStream> response = send(to(path).header("Accept-Encoding", "gzip").GET());
    if (response.headers().firstValue(REVISION).isEmpty()) {
      response.body().close();
      throw isNoneOfOurs(response);
    }
    return response;
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
    HttpResponse<InputStream> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (ConnectException | HttpConnectTimeoutException nobody) {
      // Also where there is no such host.
      throw new RefusedException("Nobody answers at %s.".formatted(url));
    } catch (SSLException untrusted) {
      throw new RefusedException(
          "No safe connection to %s can be had, as its certificate has to be trusted here: %s."
              .formatted(url, untrusted.getMessage()));
    } catch (IOException broken) {
      throw new IOException(
          broken.getMessage() == null ? "the connection broke off" : broken.getMessage(), broken);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new RefusedException("It was interrupted.");
    }
    if (response.statusCode() == 200) {
      return response;
    }
    try (InputStream answer = response.body()) {
      throw refusal(response, read(answer).orElse(MissingNode.getInstance()));
    }
  }

  private static Optional<JsonNode> read(InputStream answer) throws IOException {
    try {
      JsonNode read = JSON.readTree(answer.readNBytes(MOST));
      return read.isObject() ? Optional.of(read) : Optional.empty();
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  /** What an answer tells of errors. */
  static List<String> messagesIn(JsonNode answer) {
    List<String> messages = new ArrayList<>();
    answer.path("errors").forEach(error -> messages.add(error.path("message").asText()));
    return messages;
  }

  private RefusedException refusal(HttpResponse<?> response, JsonNode answer) {
    List<String> messages = messagesIn(answer);
    Optional<String> elsewhere = response.headers().firstValue("Location");
    if (messages.isEmpty()) {
      return elsewhere.isPresent()
          ? new RefusedException(
              "%s leads to %s: give the address of the service itself."
                  .formatted(url, elsewhere.get()))
          : isNoneOfOurs(response);
    }
    return switch (response.statusCode()) {
      case 422 -> new RefusedException(url + " did not take it.", messages);
      case 401, 403 ->
          new RefusedException(
              "%s did not take it: %s Name who sends it in %s, as NAME:PASSWORD or with a token."
                  .formatted(url, messages.get(0), SIGN_IN));
      default -> {
        String told = "%s did not take it: %s".formatted(url, messages.get(0));
        yield response.statusCode() >= 500
            ? new OddAnswerException(told)
            : new RefusedException(told);
      }
    };
  }

  private RefusedException isNoneOfOurs(HttpResponse<?> response) {
    int status = response.statusCode();
    String told =
        "%s answers with status %d, and not as Chancery does: is the address right?"
            .formatted(url, status);
    return status == 200 || status >= 500
        ? new OddAnswerException(told)
        : new RefusedException(told);
  }
}
