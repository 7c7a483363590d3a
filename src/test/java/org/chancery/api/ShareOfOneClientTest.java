package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.chancery.MuchTimeOnPostgresql;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** One client has half of the threads at the most: the others' requests go on beside it. */
@QuarkusTest
@TestProfile(MuchTimeOnPostgresql.class)
@EnabledOnOs(OS.LINUX)
class ShareOfOneClientTest extends SlowRecord {

  @Test
  void whatOneClientHasRunningLeavesHalfToTheOthers() throws Exception {
    List<Socket> greedy = new ArrayList<>();
    try (Socket other = Wire.connect(3, endpoint.getPort())) {
      for (int i = 0; i < 12; i++) {
        Socket one = Wire.connect(2, endpoint.getPort());
        greedy.add(one);
        one.getOutputStream().write(Wire.post("{ topics { nodes { key } } }"));
      }
      waitUntilRunning(4);
      other.setSoTimeout(60_000);
      other.getOutputStream().write(Wire.post("{ parties { totalCount } }"));
      String answer = Wire.read(other);
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      waitUntilRunning(4);
    } finally {
      for (Socket one : greedy) {
        one.close();
      }
    }
    waitUntilRunning(0);
  }
}
