package org.chancery.graphql.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Permits for so many at once, and for fewer of one client. */
final class ConcurrencyLimiter {

  /** What becomes of a request for a permit. */
  enum Outcome {
    /** It has a permit, until it gives that back. */
    ADMITTED,
    /** Its client holds as many as one may hold. */
    CLIENT_AT_LIMIT,
    /** All are held, or all but the reserved ones. */
    AT_LIMIT
  }

  /**
   * Of ten permits, those reserved for clients that hold no other: so that a few busy clients do
   * not keep out everybody else.
   */
  private static final int RESERVED = 2;

  private final int all;
  private final int ofOneClient;
  private final AtomicInteger held = new AtomicInteger();
  private final Map<String, Integer> heldByClient = new ConcurrentHashMap<>();

  ConcurrencyLimiter(int all, int ofOneClient) {
    this.all = all;
    this.ofOneClient = ofOneClient;
  }

  int ofOneClient() {
    return ofOneClient;
  }

  Outcome acquire(String client) {
    int ofClient = heldByClient.merge(client, 1, Integer::sum);
    if (ofClient > ofOneClient) {
      releaseOfClient(client);
      return Outcome.CLIENT_AT_LIMIT;
    }
    if (held.incrementAndGet() > permitsFor(ofClient)) {
      release(client);
      return Outcome.AT_LIMIT;
    }
    return Outcome.ADMITTED;
  }

  /** Call once for each acquired permit. */
  void release(String client) {
    held.decrementAndGet();
    releaseOfClient(client);
  }

  /** The limit over all clients; lower where the client holds one already. */
  private int permitsFor(int ofClient) {
    return ofClient == 1 ? all : (int) ((long) all * (10 - RESERVED) / 10);
  }

  private void releaseOfClient(String client) {
    heldByClient.computeIfPresent(client, (same, many) -> many == 1 ? null : many - 1);
  }
}
