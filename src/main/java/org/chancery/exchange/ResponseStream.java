package org.chancery.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends what a thread writes, no faster than the client reads. Not the thread of the event loop:
 * this one waits.
 */
final class ResponseStream extends OutputStream {

  /** Nobody reads at all who does not read anything for so long. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpServerResponse response;

  ResponseStream(HttpServerResponse response) {
    this.response = response;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    long begun = System.nanoTime();
    while (response.writeQueueFull()) {
      if (response.closed() || System.nanoTime() - begun > PATIENCE.toNanos()) {
        break;
      }
      awaitRoom();
    }
    if (response.closed() || response.writeQueueFull()) {
      throw new IOException("The client does not read.");
    }
    var unused = response.write(Buffer.buffer(length).appendBytes(bytes, from, length));
  }

  /** For a second at most: a response that is closed has no room any more. */
  private void awaitRoom() throws InterruptedIOException {
    CountDownLatch room = new CountDownLatch(1);
    response.drainHandler(drained -> room.countDown());
    try {
      if (response.writeQueueFull()) {
        var unused = room.await(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException ended) {
      throw new InterruptedIOException();
    }
  }
}
