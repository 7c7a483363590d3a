package org.chancery.search;

import java.util.UUID;

/** A thing of the record with words that it is found by. */
public interface Searched {

  UUID uuid();

  /** As {@link Words#of} gives them. */
  String searchWords();
}
