package org.chancery.graphql.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has one of several values; what is given of the two has to be true together. GraphQL has no
 * generic inputs: each type of value has a filter of its own.
 */
public interface ChoiceFilter<V> {

  String DESCRIPTION = "Both conditions have to be true where both are given.";
  String ANY_OF = "One of these; of an empty list there is none.";
  String NONE_OF = "None of these; what has no value at all is none of them.";

  @Nullable List<V> anyOf();

  @Nullable List<V> noneOf();

  /** Whether a value is one of those that are asked for. */
  default boolean admits(V value) {
    return (anyOf() == null || anyOf().contains(value))
        && (noneOf() == null || !noneOf().contains(value));
  }
}
