package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Connections count from the first moment on, also those that have not sent anything. */
@EnabledIfSystemProperty(
    named = "chancery.database",
    matches = "h2",
    disabledReason = "the database makes no difference")
class ConnectionsIT {

  private static final int MOST = 5;

  @TempDir Path folder;

  @Test
  void oneMoreIsClosed() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try (RunningService service =
        RunningService.start(
            Map.of(
                "CHANCERY_DATA", folder.resolve("record").toString(),
                "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", String.valueOf(MOST)))) {
      service.data("{ __typename }");
      for (int i = 0; i < MOST; i++) {
        idle.add(new Socket("localhost", service.port()));
      }
      try (Socket oneMore = new Socket("localhost", service.port())) {
        oneMore.setSoTimeout(60_000);
        assertEquals("", Wire.read(oneMore));
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }
}
