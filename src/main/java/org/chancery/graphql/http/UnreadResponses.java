package org.chancery.graphql.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.graphql.limits.Limits;

/**
 * Counts the bytes of responses in memory that their clients have not read yet. Otherwise a client
 * that never reads would fill it: a request is over when its response was written.
 */
@ApplicationScoped
class UnreadResponses {

  /** Where it stands in a routing context. */
  static final String KEY = UnreadResponses.class.getName();

  /** Responses up to so many bytes are not refused for what other clients leave unread. */
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
   * Adds a response, to be removed when it was read or its client is gone. The only one of a
   * client, and the only one of all, may be of any size.
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
