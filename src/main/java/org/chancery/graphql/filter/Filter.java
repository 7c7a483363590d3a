package org.chancery.graphql.filter;

import org.chancery.graphql.errors.RequestException;
import org.chancery.search.SearchText;
import org.jspecify.annotations.Nullable;

/** Which entities are requested; all conditions of a filter have to be true of them. */
public interface Filter {

  /** Asks for all of them. */
  Filter NONE = (where, alias) -> {};

  /**
   * Adds what has to be true.
   *
   * @param alias the thing's alias in HQL
   */
  void narrow(PredicateBuilder where, String alias);

  /** The words to look for; null where there are none. */
  default @Nullable String text() {
    return null;
  }

  /** What is looked for in texts; null where nothing is. */
  default @Nullable SearchText search() {
    String text = text();
    return text == null ? null : read(text);
  }

  /** The filter that a client left out asks for everything. */
  static Filter of(@Nullable Filter filter) {
    return filter == null ? NONE : filter;
  }

  /**
   * What a client typed to look for.
   *
   * @throws RequestException where that is nothing, or too much
   */
  static SearchText read(String text) {
    try {
      return SearchText.of(text);
    } catch (IllegalArgumentException nothingToLookFor) {
      throw RequestException.badInput(String.valueOf(nothingToLookFor.getMessage()));
    }
  }
}
