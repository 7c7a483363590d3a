package org.chancery.pages;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was counted of the newest revision, which stays the same until there is another. */
final class KeptCounts {

  /** Of some forty lists. Each has at most sixty sorts. */
  private static final int MOST = 200;

  private final @Nullable Object revision;

  private final Map<PageRequest, Map<String, @Nullable Object>> counted =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(
                Map.Entry<PageRequest, Map<String, @Nullable Object>> eldest) {
              return size() > MOST;
            }
          });

  /** A query and its variables. */
  private record PageRequest(PageQuery.Count query, Map<String, @Nullable Object> variables) {}

  /**
   * Of a revision of which nothing was counted yet.
   *
   * @param revision with its root, that of no other record is the same; null where what is counted
   *     is of the past
   */
  KeptCounts(@Nullable Object revision) {
    this.revision = revision;
  }

  /** These, or none yet where this is another revision: nothing is kept of what was erased. */
  KeptCounts of(@Nullable Object newest) {
    return Objects.equals(newest, revision) ? this : new KeptCounts(newest);
  }

  /** The newest revision; null where what is counted is of the past. */
  @Nullable Object revision() {
    return revision;
  }

  @Nullable Map<String, @Nullable Object> get(
      PageQuery.Count query, Map<String, @Nullable Object> variables) {
    return counted.get(new PageRequest(query, variables));
  }

  void put(
      PageQuery.Count query,
      Map<String, @Nullable Object> variables,
      Map<String, @Nullable Object> answer) {
    counted.put(new PageRequest(query, variables), answer);
  }
}
