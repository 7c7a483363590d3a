package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.chancery.MuchTimeOnPostgresql;
import org.junit.jupiter.api.Test;

/** Who goes away leaves nothing running, long before the time of the request is up. */
@QuarkusTest
@TestProfile(MuchTimeOnPostgresql.class)
class GoneClientTest extends SlowRecord {

  @Override
  String slowTopics() {
    return "create view topic as select t.* from topic_itself t, (select pg_sleep(120)) s";
  }

  @Override
  String runningStatements() {
    return "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like '%topic%'";
  }

  @Test
  void whoGoesAwayLeavesNothingRunning() throws Exception {
    try (Socket client = new Socket(endpoint.getHost(), endpoint.getPort())) {
      String body = "{\"query\":\"" + SLOW + "\"}";
      client
          .getOutputStream()
          .write(
              ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().flush();
      waitUntil(true);
    }
    assertNothingRuns();
  }
}
