package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.chancery.ShortOfTimeOnH2;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;

/**
 * A request that its handler forgets is over all the same, and so is one that it answers halfway.
 */
@QuarkusTest
@TestProfile(ShortOfTimeOnH2.class)
class HardEndTest {

  @TestHTTPResource("/")
  URI service;

  /** Handlers as a library may have them. */
  @ApplicationScoped
  static class Forgetful {

    void register(@Observes Router router) {
      router.route("/test/forgets").order(1).handler(context -> {});
      router
          .route("/test/stops")
          .order(1)
          .handler(context -> context.response().setChunked(true).write("half"));
    }
  }

  @Test
  void whoIsForgottenIsToldSo() throws Exception {
    try (Socket client = ask("/test/forgets")) {
      String answer = Wire.read(client);
      assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
      assertTrue(answer.contains("did not answer in time"), answer);
      assertEquals(-1, client.getInputStream().read());
    }
  }

  @Test
  void whatStopsHalfwayIsCutOff() throws Exception {
    try (Socket client = ask("/test/stops")) {
      while (client.getInputStream().read() >= 0) {
        // Until it is.
      }
    }
  }

  private Socket ask(String path) throws Exception {
    Socket client = new Socket(service.getHost(), service.getPort());
    client.setSoTimeout(60_000);
    client.getOutputStream().write(Wire.request("GET " + path).getBytes(StandardCharsets.US_ASCII));
    return client;
  }
}
