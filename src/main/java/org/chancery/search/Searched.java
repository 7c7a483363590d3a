package org.chancery.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing of the record with words that it is found by. */
public interface Searched {

  /** The groups of attributes with such texts that may be lazy. */
  List<String> TEXTS = List.of("otherNames", "text");

  UUID uuid();

  /** The texts whose words it is found by, in the order in which they are sorted; null for none. */
  List<@Nullable String> texts();

  /** As {@link Words#of} gives them. */
  default String searchWords() {
    return Words.of(texts());
  }
}
