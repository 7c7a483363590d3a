package org.chancery.graphql.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.graphql.limits.Limits;

/**
 * How many bytes of answers are in memory because their clients have not read them yet. Who asks
 * and never reads would else fill it, answer by answer: the request itself is over when its answer
 * was written.
 */
@ApplicationScoped
class UnreadResponses {

  /** Where it stands in a routing context. */
  static final String KEY = UnreadResponses.class.getName();

  /** What few clients leave unread is no reason to refuse an answer of so many bytes to others. */
  private static final int SMALL = 64 * 1024;

  /** So that one client that does not read leaves room for others. */
  private static final int SHARES = 4;

  private final long most;
  private final AtomicLong large = new AtomicLong();
  private final Map<String, Long> largeByClient = new ConcurrentHashMap<>();
  private final Map<String, Long> smallByClient = new ConcurrentHashMap<>();

  UnreadResponses(Limits limits) {
    this.most = limits.unread().asLongValue();
  }

  /**
   * Adds an answer, which has to be removed when it was read or its client is gone. The only one
   * that there is, of a client or at all, is taken however large.
   */
  ConcurrencyLimiter.Outcome add(String client, int bytes) {
    long ofClient = byClient(bytes).merge(client, (long) bytes, Long::sum);
    long ofAll = bytes > SMALL ? large.addAndGet(bytes) : bytes;
    if (ofClient > Math.max(bytes, most / SHARES)) {
      remove(client, bytes);
      return ConcurrencyLimiter.Outcome.CLIENT_AT_LIMIT;
    }
    if (ofAll > Math.max(bytes, most)) {
      remove(client, bytes);
      return ConcurrencyLimiter.Outcome.AT_LIMIT;
    }
    return ConcurrencyLimiter.Outcome.ADMITTED;
  }

  void remove(String client, int bytes) {
    if (bytes > SMALL) {
      large.addAndGet(-bytes);
    }
    byClient(bytes).computeIfPresent(client, (same, sum) -> sum == bytes ? null : sum - bytes);
  }

  /** Small answers have a share of their own: who reads a large one slowly still gets them. */
  private Map<String, Long> byClient(int bytes) {
    return bytes > SMALL ? largeByClient : smallByClient;
  }
}
