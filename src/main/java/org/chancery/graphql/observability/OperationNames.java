package org.chancery.graphql.observability;

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

  /** Every scrape carries all of them. */
  private static final int MOST_CHARACTERS = 80;

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  OperationNames(int most) {
    this.most = most;
  }

  String of(@Nullable String operation) {
    if (operation == null) {
      return ANONYMOUS;
    }
    String label =
        operation.length() > MOST_CHARACTERS ? operation.substring(0, MOST_CHARACTERS) : operation;
    if (known.contains(label)) {
      return label;
    }
    synchronized (known) {
      return known.size() < most && known.add(label) ? label : OTHER;
    }
  }
}
