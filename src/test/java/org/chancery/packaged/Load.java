package org.chancery.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.chancery.Wire;

/**
 * Clients that ask one thing over and over, each on a connection that it keeps, and count how they
 * are answered. They speak HTTP themselves: a library would try again, and hide what is lost.
 */
final class Load implements AutoCloseable {

  /** What became of a request. */
  enum Fate {
    /** Answered with data and without errors. */
    ANSWERED,
    /** Answered with an error that has a code. */
    ANSWERED_WITH_CODE,
    /** Refused with 429 or 503, and when to try again. */
    REFUSED_POLITELY,
    /** Nothing listens any more; nothing was sent. */
    NO_CONNECTION,
    /** The connection was closed before anything was sent on it; clients open another. */
    CLOSED_WHILE_IDLE,
    /** Sent, and not answered, or not wholly. */
    LOST,
    /** Answered with anything else. */
    ODD
  }

  private final Map<Fate, LongAdder> fates = new ConcurrentHashMap<>();
  private final List<Thread> clients = new ArrayList<>();
  private final List<String> odd = new ArrayList<>();
  private final int port;
  private final byte[] request;
  private volatile boolean over;
  private volatile boolean held;
  private volatile long slowest;

  /**
   * Begins.
   *
   * @param query without quotation marks
   */
  Load(int port, int clients, String query) {
    this.port = port;
    this.request = Wire.post(query);
    for (int i = 0; i < clients; i++) {
      Thread client = new Thread(this::ask, "client-" + i);
      client.setDaemon(true);
      client.start();
      this.clients.add(client);
    }
  }

  /** From now on asks only while the service says that it is ready, as a balancer does. */
  void onlyWhileReady(RunningService service) {
    Thread balancer =
        new Thread(
            () -> {
              while (!over) {
                try {
                  held = service.probe("ready") != 200;
                  Thread.sleep(50);
                } catch (InterruptedException end) {
                  return;
                }
              }
            },
            "balancer");
    balancer.setDaemon(true);
    balancer.start();
  }

  /** How many requests had which fate so far. */
  Map<Fate, Long> fates() {
    Map<Fate, Long> counted = new TreeMap<>();
    fates.forEach((fate, count) -> counted.put(fate, count.sum()));
    return counted;
  }

  long count(Fate fate) {
    return fates().getOrDefault(fate, 0L);
  }

  /** Waits until so many have had this fate. */
  void waitFor(Fate fate, long many) throws InterruptedException {
    for (int tries = 0; count(fate) < many; tries++) {
      if (tries > 3000) {
        throw new AssertionError("not " + many + " " + fate + " but " + fates() + odd());
      }
      Thread.sleep(10);
    }
  }

  /** How long the slowest answer took. */
  Duration slowest() {
    return Duration.ofNanos(slowest);
  }

  /** Answers that were none of the expected. */
  synchronized List<String> odd() {
    return List.copyOf(odd);
  }

  /** Starts to count anew. */
  void reset() {
    fates.clear();
    slowest = 0;
  }

  private void ask() {
    while (!over) {
      if (held) {
        pause();
        continue;
      }
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
        socket.setSoTimeout(30_000);
        boolean open = true;
        while (open && !over && !held) {
          open = askOn(socket);
        }
      } catch (IOException nobody) {
        note(Fate.NO_CONNECTION);
        pause();
      }
    }
  }

  /** Asks once; whether the connection can be used again. */
  private boolean askOn(Socket socket) {
    long begun = System.nanoTime();
    boolean anything = false;
    try {
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int some = in.read();
        if (some < 0) {
          note(anything ? Fate.LOST : fateOfSilence(begun));
          return false;
        }
        anything = true;
        head.append((char) some);
      }
      String headers = head.toString().toLowerCase(Locale.ROOT);
      byte[] body = in.readNBytes(lengthIn(headers));
      if (body.length < lengthIn(headers)) {
        note(Fate.LOST);
        return false;
      }
      slowest = Math.max(slowest, System.nanoTime() - begun);
      note(fateOf(headers, new String(body, StandardCharsets.UTF_8)));
      return !headers.contains("connection: close");
    } catch (SocketException reset) {
      note(anything ? Fate.LOST : fateOfSilence(begun));
      return false;
    } catch (IOException timeout) {
      note(Fate.LOST);
      return false;
    }
  }

  /**
   * A server that closes an idle connection just as its client sends on it has read nothing of the
   * request, and closes at once; whoever was in the middle of answering takes longer.
   */
  private static Fate fateOfSilence(long begun) {
    return System.nanoTime() - begun < Duration.ofMillis(5).toNanos()
        ? Fate.CLOSED_WHILE_IDLE
        : Fate.LOST;
  }

  private static int lengthIn(String headers) {
    int at = headers.indexOf("content-length: ") + "content-length: ".length();
    return Integer.parseInt(headers.substring(at, headers.indexOf("\r\n", at)));
  }

  private Fate fateOf(String headers, String body) {
    int status = Integer.parseInt(headers.substring(9, 12));
    if (status == 200 && !body.contains("\"errors\"")) {
      return Fate.ANSWERED;
    }
    if ((status == 503 || status == 429) && headers.contains("retry-after: ")) {
      return Fate.REFUSED_POLITELY;
    }
    if (body.contains("\"code\":\"SERVICE_UNAVAILABLE\"")
        || body.contains("\"code\":\"LIMIT_EXCEEDED\"")) {
      return Fate.ANSWERED_WITH_CODE;
    }
    synchronized (this) {
      if (odd.size() < 5) {
        odd.add(headers + body);
      }
    }
    return Fate.ODD;
  }

  private void note(Fate fate) {
    fates.computeIfAbsent(fate, none -> new LongAdder()).increment();
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Ends, and waits for the answers that are still due. */
  void end() {
    over = true;
    for (Thread client : clients) {
      try {
        client.join(Duration.ofSeconds(35).toMillis());
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
