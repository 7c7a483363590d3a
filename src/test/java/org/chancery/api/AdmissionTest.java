package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** How many are let in at once. Clients have addresses of their own, which needs Linux. */
@QuarkusTest
@TestProfile(AdmissionTest.FewRequests.class)
@EnabledOnOs(OS.LINUX)
class AdmissionTest {

  /** Five places, of which one is kept, and three for one client. */
  public static class FewRequests implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("chancery.limits.requests", "5", "chancery.limits.client-requests", "3");
    }
  }

  private static final String QUERY = "{\"query\": \"{ parties { totalCount } }\"}";

  @TestHTTPResource("/graphql")
  URI endpoint;

  private final List<Socket> held = new ArrayList<>();

  @AfterEach
  void letGo() throws IOException {
    for (Socket client : held) {
      client.close();
    }
  }

  @Test
  void oneClientHasSoManyAtOnce() throws Exception {
    hold(3, 2);
    String refused = ask(2);
    assertTrue(refused.startsWith("HTTP/1.1 429 "), refused);
    assertTrue(refused.contains("Retry-After: 1\r\n"), refused);
    assertTrue(refused.contains("\"code\":\"TOO_MANY_REQUESTS\""), refused);
    assertAnswered(3);
    letGo();
    assertAnswered(2);
  }

  @Test
  void theLastPlacesAreForThoseWhoHaveNone() throws Exception {
    hold(3, 2);
    hold(1, 3);
    assertTooMuch(3);
    assertAnswered(4);
    hold(1, 4);
    assertTooMuch(5);
    letGo();
    assertAnswered(5);
  }

  private void assertTooMuch(int number) throws Exception {
    String refused = ask(number);
    assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
    assertTrue(refused.contains("Retry-After: 1\r\n"), refused);
    assertTrue(refused.contains("\"code\":\"SERVICE_UNAVAILABLE\""), refused);
  }

  /** When others let go, it takes a moment until that is seen. */
  private void assertAnswered(int number) throws Exception {
    String answer = ask(number);
    for (int tries = 0; tries < 100 && !answer.startsWith("HTTP/1.1 200 "); tries++) {
      Thread.sleep(20);
      answer = ask(number);
    }
    assertTrue(answer.contains("\"totalCount\":2"), answer);
  }

  /** Requests that run, because their bodies are still to come. */
  private void hold(int many, int number) throws Exception {
    for (int i = 0; i < many; i++) {
      Socket client = from(number);
      held.add(client);
      client.getOutputStream().write(bytes(QUERY.length(), "{"));
    }
    // Until they were taken in.
    Thread.sleep(200);
  }

  private String ask(int number) throws Exception {
    try (Socket client = from(number)) {
      client.setSoTimeout(5000);
      client.getOutputStream().write(bytes(QUERY.length(), QUERY));
      byte[] answer = new byte[10_000];
      int length = client.getInputStream().read(answer);
      return new String(answer, 0, length, StandardCharsets.UTF_8);
    }
  }

  private Socket from(int number) throws IOException {
    Socket client = new Socket();
    client.bind(new InetSocketAddress(addressOf(number), 0));
    client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), endpoint.getPort()));
    return client;
  }

  private static InetAddress addressOf(int number) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) number});
  }

  private static byte[] bytes(int length, String body) {
    return ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.UTF_8);
  }
}
