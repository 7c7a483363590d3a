package org.chancery.graphql.insight;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which operations metrics tell apart. Clients choose the names, so only so many are told apart;
 * all later ones are one.
 */
final class OperationNames {

  static final String ANONYMOUS = "anonymous";
  static final String OTHER = "other";

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  OperationNames(int most) {
    this.most = most;
  }

  String of(@Nullable String operation) {
    if (operation == null) {
      return ANONYMOUS;
    }
    if (known.contains(operation)) {
      return operation;
    }
    synchronized (known) {
      return known.size() < most && known.add(operation) ? operation : OTHER;
    }
  }
}
