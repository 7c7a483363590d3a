package org.chancery.graphql.observability;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Operation names as metric labels. Clients choose them, so their number is limited; all later ones
 * share one label.
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
