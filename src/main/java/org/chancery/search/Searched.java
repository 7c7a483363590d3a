package org.chancery.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thing of the record with words that it is found by. */
public interface Searched {

  /** The lazy group with the other names of what has a name. */
  String OTHER_NAMES = "otherNames";

  /** The lazy group with the whole text of an account. */
  String WHOLE_TEXT = "text";

  /** The groups with such texts. */
  List<String> TEXTS = List.of(OTHER_NAMES, WHOLE_TEXT);

  UUID uuid();

  /** The texts whose words it is found by, in the order in which they are sorted; null for none. */
  List<@Nullable String> texts();

  /** As {@link Words#of} gives them. */
  default String searchWords() {
    return Words.of(texts());
  }
}
