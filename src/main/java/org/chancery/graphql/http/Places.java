package org.chancery.graphql.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Room for so many at once, and for fewer of one client. */
final class Places {

  /** What is said to who asks for a place. */
  enum Answer {
    /** Is in, until it leaves. */
    TAKEN,
    /** Has as many already as one client may have. */
    CLIENT_HAS_ENOUGH,
    /** Others have them all, or all but those that are kept. */
    NONE_FREE
  }

  /**
   * Of ten places, those that one client may not take while it has others: so that a few that ask
   * for very much do not keep out everybody else.
   */
  private static final int KEPT_FREE = 2;

  private final int all;
  private final int ofOneClient;
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Integer> takenByClient = new ConcurrentHashMap<>();

  Places(int all, int ofOneClient) {
    this.all = all;
    this.ofOneClient = ofOneClient;
  }

  int ofOneClient() {
    return ofOneClient;
  }

  Answer take(String client) {
    int ofClient = takenByClient.merge(client, 1, Integer::sum);
    if (ofClient > ofOneClient) {
      leaveClient(client);
      return Answer.CLIENT_HAS_ENOUGH;
    }
    if (taken.incrementAndGet() > placesFor(ofClient)) {
      leave(client);
      return Answer.NONE_FREE;
    }
    return Answer.TAKEN;
  }

  /** Who has taken a place gives it back, once. */
  void leave(String client) {
    taken.decrementAndGet();
    leaveClient(client);
  }

  /** How many may be taken when a client asks for its first, or for one more beside others. */
  private int placesFor(int ofClient) {
    return ofClient == 1 ? all : (int) ((long) all * (10 - KEPT_FREE) / 10);
  }

  private void leaveClient(String client) {
    takenByClient.computeIfPresent(client, (same, many) -> many == 1 ? null : many - 1);
  }
}
