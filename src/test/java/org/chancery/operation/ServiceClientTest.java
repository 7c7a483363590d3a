package org.chancery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chancery.operation.ServiceClient.OddAnswerException;
import org.chancery.operation.ServiceClient.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told where something else answers than a service should. */
class ServiceClientTest {

  private HttpServer server;
  private String url;
  private volatile int status;
  private volatile String answer = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    url = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"200|{\"ok\":true}", "200|<html>", "200|[]", "502|<html>", "504|gone"})
  void whatIsNoAnswerOfAServiceMayHaveBeenDone(int given, String body) throws Exception {
    status = given;
    answer = body;
    ServiceClient client = new ServiceClient(url, Map.of());
    assertThrows(OddAnswerException.class, () -> post(client));
    assertThrows(OddAnswerException.class, () -> client.get("/record"));
  }

  @Test
  void whatIsRefusedWasNotDone() throws Exception {
    ServiceClient client = new ServiceClient(url, Map.of());
    status = 404;
    answer = "<html>";
    assertFalse(
        assertThrows(RefusedException.class, () -> post(client)) instanceof OddAnswerException);
    status = 422;
    answer = "{\"errors\":[{\"message\":\"line 1: one\"},{\"message\":\"and 2 more.\"}]}";
    assertEquals(
        List.of("line 1: one", "and 2 more."),
        assertThrows(RefusedException.class, () -> post(client)).faults());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record.example",
        "ftp://record.example",
        "http://",
        "http://localhost:99999",
        "http://ada:secret@localhost",
        "http://localhost?a=b",
        "http://local host"
      })
  void anAddressIsThatOfAService(String address) {
    assertThrows(RefusedException.class, () -> new ServiceClient(address, Map.of()));
  }

  @Test
  void aTokenIsNotToldToAnybody() {
    String told =
        String.valueOf(
            assertThrows(
                    RefusedException.class,
                    () -> new ServiceClient(url, Map.of(ServiceClient.SIGN_IN, "tok\nen")))
                .getMessage());
    assertTrue(told.contains("line break"), told);
    assertFalse(told.contains("tok"), told);
  }

  private static void post(ServiceClient client) throws IOException {
    var unused = client.post("/record", BodyPublishers.ofString("{}"), false, "lines");
  }
}
