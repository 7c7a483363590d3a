package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;

/** Where there is a place for one request, it is free as soon as nothing is done for another. */
@QuarkusTest
@TestProfile(OnePlaceTest.LittleTime.class)
class OnePlaceTest {

  /** To send a request, and place for one. */
  public static class LittleTime implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("chancery.limits.time", "3s", "chancery.limits.requests", "1");
    }
  }

  private static final byte[] REQUEST = Wire.post("{ __typename }");

  @TestHTTPResource("/graphql")
  URI endpoint;

  /** On a connection, and so perhaps a thread, of its own each time. */
  @Test
  void whoHasReadAnAnswerIsNotInTheWayOfTheNext() throws Exception {
    for (int i = 0; i < 500; i++) {
      assertAnswered();
    }
  }

  /** A request that is not here in time is refused, whatever still comes of it. */
  @Test
  void whatComesTooLateTakesNoPlace() throws Exception {
    try (Socket client = Wire.connect(1, endpoint.getPort())) {
      client.setSoTimeout(10_000);
      client.getOutputStream().write(REQUEST, 0, REQUEST.length - 5);
      String refused = Wire.read(client);
      assertTrue(refused.startsWith("HTTP/1.1 408 "), refused);
      assertTrue(refused.contains("The request was not here after 3000 ms"), refused);
      client.getOutputStream().write(REQUEST, REQUEST.length - 5, 5);
      // The connection is closed a second after the refusal.
      assertTrue(Wire.read(client).isEmpty());
    }
    assertAnswered();
  }

  private void assertAnswered() throws Exception {
    try (Socket client = Wire.connect(1, endpoint.getPort())) {
      client.getOutputStream().write(REQUEST);
      String answer = Wire.read(client);
      assertTrue(answer.contains("\"__typename\":\"Query\""), answer);
    }
  }
}
