package org.chancery.graphql.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps what was used last. */
final class LastUsed {

  private LastUsed() {}

  /** A map that forgets what was not used for longest when it has more than so many entries. */
  static <K, V> Map<K, V> map(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }
}
