package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.MuchTimeOnPostgresql;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One client has half of the connections at the most: the others' requests go on beside it. */
@QuarkusTest
@TestProfile(MuchTimeOnPostgresql.class)
@EnabledOnOs(OS.LINUX)
class ShareOfOneClientTest extends SlowRecord {

  @Test
  void whatOneClientHasRunningLeavesHalfToTheOthers() throws Exception {
    String many =
        IntStream.range(1, 13)
            .mapToObj("a%1$d: topics(first: %1$d) { nodes { key } }"::formatted)
            .collect(Collectors.joining(" ", "{ ", " }"));
    try (Socket greedy = Wire.connect(2, endpoint.getPort());
        Socket other = Wire.connect(3, endpoint.getPort())) {
      greedy.getOutputStream().write(Wire.post(many));
      waitUntilRunning(4);
      other.setSoTimeout(60_000);
      other.getOutputStream().write(Wire.post("{ parties { totalCount } }"));
      String answer = Wire.read(other);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      waitUntilRunning(4);
    }
    waitUntilRunning(0);
  }
}
