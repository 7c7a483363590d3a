package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.Documents;
import org.chancery.GraphqlClient;
import org.chancery.document.DocumentLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for much and reads nothing of it gets no more, until they have read or are gone. */
@QuarkusTest
@TestProfile(UnreadAnswersTest.RoomForFew.class)
class UnreadAnswersTest {

  /**
   * Some 8 MB, more than the buffers of a connection take in; of three bytes for each character.
   */
  private static final String LARGE =
      IntStream.range(0, 13)
          .mapToObj(i -> "a" + i + ": meeting(key: \"unread\") { accounts { text } }")
          .collect(Collectors.joining(" ", "{ ", " }"));

  /** Of some 20 KB: there is one such description for each type of the schema. */
  private static final String SMALL =
      "{ __schema { types { name description fields { name description } } } }";

  @Inject DocumentLoader loader;

  @TestHTTPResource("/graphql")
  URI endpoint;

  /** Answers of few objects, and few bytes on their way. */
  public static class RoomForFew implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "chancery.test.database", "unread",
          "chancery.limits.unread", "8M",
          "chancery.limits.objects", "40");
    }
  }

  @BeforeEach
  void load() {
    if (GraphqlClient.data("{ meeting(key: \"unread\") { key } }").path("meeting").isNull()) {
      String account =
          "{'id':'0190a8f2-0000-7000-8000-00000000000%d','key':'unread-%1$d','kind':'PRESS_REPORT','publisher':'A','text':'%s','statements':[]}";
      String text = "\u754c".repeat(100_000);
      Documents.load(
          loader,
          new ByteArrayInputStream(
              ("{'type':'meeting','id':'0190a8f2-0000-7000-8000-000000000000','key':'unread','title':'Unread','date':'2021','status':'HELD','format':'PHONE','participations':[],'accounts':["
                      + account.formatted(1, text)
                      + ","
                      + account.formatted(2, text)
                      + "]}")
                  .replace('\'', '"')
                  .getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void whoReadsNothingGetsNoMoreUntilTheyHaveRead() throws Exception {
    try (Socket idle = askAndReadNothing()) {
      HttpResponse<String> refused = ask(LARGE);
      assertEquals(429, refused.statusCode());
      assertTrue(refused.body().contains("TOO_MANY_REQUESTS"), refused.body());
      assertEquals("no-store", refused.headers().firstValue("Cache-Control").orElse(""));
      assertFalse(refused.headers().firstValue("ETag").isPresent());
      assertEquals(200, ask("{ __typename }").statusCode());
      idle.getInputStream().readAllBytes();
      askUntilAnswered();
    }
  }

  @Test
  void whoGoesAwayTakesNoRoom() throws Exception {
    askAndReadNothing().close();
    askUntilAnswered();
  }

  /** Of answers that are small, more than a connection takes in; each is there when asked for. */
  @Test
  void requestsBehindEachOtherAreAnsweredAsTheirClientReads() throws Exception {
    int many = 300;
    String query = "GET " + path(SMALL) + " HTTP/1.1\r\nHost: localhost\r\n";
    String last = query + "Connection: close\r\n\r\n";
    try (Socket client = connect()) {
      Thread asking = new Thread(() -> write(client, (query + "\r\n").repeat(many) + last));
      asking.start();
      String answers =
          new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      asking.join();
      assertEquals(many + 1, answers.split("HTTP/1.1 200 OK", -1).length - 1);
      assertTrue(answers.length() > many * 20_000, () -> answers.length() + " bytes");
    }
  }

  private static void write(Socket client, String text) {
    try {
      client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Socket askAndReadNothing() throws IOException {
    Socket client = connect();
    client
        .getOutputStream()
        .write(
            ("GET " + path(LARGE) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    // Once its answer begins, it lies there.
    assertEquals('H', client.getInputStream().read());
    return client;
  }

  private Socket connect() throws IOException {
    Socket client = new Socket();
    client.setReceiveBufferSize(4096);
    client.connect(new InetSocketAddress(endpoint.getHost(), endpoint.getPort()));
    return client;
  }

  private void askUntilAnswered() throws Exception {
    while (ask(LARGE).statusCode() != 200) {
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> ask(String query) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(endpoint.resolve(path(query))).build(), BodyHandlers.ofString());
  }

  private static String path(String query) {
    return "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
