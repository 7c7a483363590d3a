package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import org.chancery.MuchTimeOnPostgresql;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;

/** Who goes away leaves nothing running, long before the time of the request is up. */
@QuarkusTest
@TestProfile(MuchTimeOnPostgresql.class)
class GoneClientTest extends SlowRecord {

  @Test
  void whoGoesAwayLeavesNothingRunning() throws Exception {
    try (Socket client = new Socket(endpoint.getHost(), endpoint.getPort())) {
      client.getOutputStream().write(Wire.post(SLOW));
      waitUntilRunning(1);
    }
    waitUntilRunning(0);
  }

  /** Nor does who had begun to send the next request. */
  @Test
  void whoGoesAwayInTheMiddleOfAnotherRequestLeavesNothingRunning() throws Exception {
    try (Socket client = new Socket(endpoint.getHost(), endpoint.getPort())) {
      client.getOutputStream().write(Wire.post(SLOW));
      client.getOutputStream().write(Wire.post("{", "Content-Length: 100"));
      waitUntilRunning(1);
    }
    waitUntilRunning(0);
  }
}
