package org.chancery.packaged;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final int OPENED = 12;

  @TempDir Path folder;

  /** Which of them is chance: several threads take them. */
  @Test
  void thoseBeyondTheLimitAreClosed() throws Exception {
    List<SocketChannel> idle = new ArrayList<>();
    try (Selector selector = Selector.open();
        RunningService service =
            RunningService.start(
                Map.of(
                    "CHANCERY_DATA", folder.resolve("record").toString(),
                    // None of them is closed for another reason.
                    "QUARKUS_HTTP_IDLE_TIMEOUT", "1h",
                    "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", String.valueOf(MOST)))) {
      service.data("{ __typename }");
      for (int i = 0; i < OPENED; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress("localhost", service.port()));
        channel.configureBlocking(false);
        // Nobody says anything on them: what there is to be read is their end.
        channel.register(selector, SelectionKey.OP_READ);
        idle.add(channel);
      }
      int closed = 0;
      while (closed < OPENED - MOST && selector.select(60_000) > 0) {
        for (SelectionKey key : selector.selectedKeys()) {
          if (isClosed((SocketChannel) key.channel())) {
            key.cancel();
            closed++;
          }
        }
        selector.selectedKeys().clear();
      }
      assertTrue(closed >= OPENED - MOST, closed + " of " + OPENED + " were closed");
    } finally {
      for (SocketChannel channel : idle) {
        channel.close();
      }
    }
  }

  private static boolean isClosed(SocketChannel channel) {
    try {
      return channel.read(ByteBuffer.allocate(1)) < 0;
    } catch (IOException reset) {
      return true;
    }
  }
}
