package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chancery.LogLines;
import org.chancery.MuchTimeOnPostgresql;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Nor does who had begun to send the next request, or had sent what is none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{",
        "GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n",
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n: x\r\n\r\n",
        "GET / HTTP/x\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n: x\r\n\r\n"
      })
  void whoGoesAwayInTheMiddleOfAnotherRequestLeavesNothingRunning(String another) throws Exception {
    try (LogLines logged = new LogLines("io.netty.channel.AbstractChannelHandlerContext")) {
      try (Socket client = new Socket(endpoint.getHost(), endpoint.getPort())) {
        client.getOutputStream().write(Wire.post(SLOW));
        waitUntilRunning(1);
        client.getOutputStream().write(another.getBytes(StandardCharsets.US_ASCII));
      }
      waitUntilRunning(0);
      assertEquals(List.of(), logged.all().stream().map(LogLines::messageOf).toList());
    }
  }
}
