package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.MuchTimeOnPostgresql;
import org.chancery.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many are let in at once. Clients have addresses of their own, which needs Linux. */
@QuarkusTest
@TestProfile(AdmissionTest.FewRequests.class)
@EnabledOnOs(OS.LINUX)
class AdmissionTest extends SlowRecord {

  /** Five places, of which one is kept, and three for one client. */
  public static class FewRequests extends MuchTimeOnPostgresql {

    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("chancery.limits.requests", "5");
      settings.put("chancery.limits.client-requests", "3");
      return settings;
    }
  }

  private static final String QUERY = "{ parties { totalCount } }";

  @Inject MeterRegistry meters;

  private final List<Socket> held = new ArrayList<>();

  @AfterEach
  void letGo() throws Exception {
    for (Socket client : held) {
      client.close();
    }
    held.clear();
    waitUntilRunning(0);
  }

  @Test
  void oneClientHasSoManyAtOnce() throws Exception {
    run(3, 2);
    assertRefused(429, "TOO_MANY_REQUESTS", 2, Wire.post(QUERY));
    assertAnswered(3);
    letGo();
    assertAnswered(2);
  }

  /** Metrics by address are limited in number: they are not for whoever asks for many. */
  @Test
  void whatIsRefusedHasNoMetricsByItsAddress() throws Exception {
    run(3, 2);
    assertRefused(429, "TOO_MANY_REQUESTS", 2, get("/participants/too-many"));
    askUntil("HTTP/1.1 400", 3, get("/participants/{malformed"));
    List<String> measured =
        meters.find("http.server.requests").meters().stream()
            .map(meter -> String.valueOf(meter.getId().getTag("uri")))
            .toList();
    assertTrue(measured.contains("/{any}"), measured.toString());
    assertTrue(
        measured.stream().noneMatch(uri -> uri.matches(".*(too-many|malformed)")),
        measured.toString());
  }

  private static byte[] get(String path) {
    return "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        .formatted(path)
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void theLastPlacesAreForThoseWhoHaveNone() throws Exception {
    run(3, 2);
    run(1, 3);
    assertRefused(503, "SERVICE_UNAVAILABLE", 3, Wire.post(QUERY));
    assertAnswered(4);
    run(1, 4);
    assertRefused(503, "SERVICE_UNAVAILABLE", 5, Wire.post(QUERY));
    letGo();
    assertAnswered(5);
  }

  /** Whatever they send, and however they call the endpoint. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /graphql",
        "POST /graphql/",
        "POST //graphql",
        "GET /graphql",
        "PUT /graphql",
        "POST /"
      })
  void whoSendsSlowlyHasNoPlaceYet(String what) throws Exception {
    String begun =
        "%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"
            .formatted(what);
    for (int client = 2; client < 12; client++) {
      Socket sender = open(client);
      sender.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
      // Told to go on, or answered: what would take a place has it.
      assertNotEquals("", Wire.read(sender));
      sender.getOutputStream().write('{');
    }
    for (int client = 2; client < 7; client++) {
      assertAnswered(client);
    }
  }

  /** Those would fill the memory. */
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 5000", "Transfer-Encoding: chunked"})
  void ofLargeBodiesOnlySoManyAreOnTheirWay(String length) throws Exception {
    // They are told to go on with the body once it may come.
    byte[] begun = Wire.begin(length);
    for (int client : new int[] {2, 2, 2, 3}) {
      Socket socket = open(client);
      socket.getOutputStream().write(begun);
      assertEquals(Wire.CONTINUE, Wire.read(socket));
    }
    assertRefused(429, "TOO_MANY_REQUESTS", 2, begun);
    assertRefused(503, "SERVICE_UNAVAILABLE", 3, begun);
    assertAnswered(2);
    letGo();
    String body = "{\"query\": \"" + QUERY + "\"}" + " ".repeat(5000);
    for (int i = 0; i < 4; i++) {
      assertAnswered(2, Wire.post(body, "Content-Length: " + body.length()));
    }
  }

  /** Each takes memory too; those of others are not in the way. */
  @Test
  void ofSmallBodiesOneClientHasOnlySoManyOnTheirWay() throws Exception {
    byte[] begun = Wire.begin("Content-Length: 100");
    for (int client : new int[] {2, 2, 2, 3, 4, 5, 6, 7}) {
      Socket socket = open(client);
      socket.getOutputStream().write(begun);
      assertEquals(Wire.CONTINUE, Wire.read(socket));
    }
    assertRefused(429, "TOO_MANY_REQUESTS", 2, begun);
    assertAnswered(3);
  }

  private void assertRefused(int status, String code, int client, byte[] request) throws Exception {
    String answer = askUntil("HTTP/1.1 " + status, client, request);
    assertTrue(answer.contains("Retry-After: 1\r\n"), answer);
    assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
  }

  private void assertAnswered(int client) throws Exception {
    assertAnswered(client, Wire.post(QUERY));
  }

  private void assertAnswered(int client, byte[] request) throws Exception {
    String answer = askUntil("HTTP/1.1 200", client, request);
    assertTrue(answer.contains("\"totalCount\":6"), answer);
  }

  /** It takes a moment until the service has seen what others begin, or let go. */
  private String askUntil(String status, int client, byte[] request) throws Exception {
    for (int tries = 0; ; tries++) {
      String answer = ask(client, request);
      if (answer.startsWith(status)) {
        return answer;
      }
      assertTrue(tries < 50, answer);
      Thread.sleep(20);
    }
  }

  /** Requests that run until they are let go. */
  private void run(int many, int client) throws Exception {
    int before = held.size();
    for (int i = 0; i < many; i++) {
      open(client).getOutputStream().write(Wire.post(SLOW));
    }
    waitUntilRunning(before + many);
  }

  private Socket open(int client) throws IOException {
    Socket socket = Wire.connect(client, endpoint.getPort());
    held.add(socket);
    return socket;
  }

  /** What is answered within a second. */
  private String ask(int client, byte[] request) throws IOException {
    try (Socket socket = Wire.connect(client, endpoint.getPort())) {
      socket.setSoTimeout(1000);
      socket.getOutputStream().write(request);
      return Wire.read(socket);
    } catch (SocketTimeoutException silence) {
      return "";
    }
  }
}
