package org.chancery.graphql.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An input object of which it matters what is given, what is null and what is left out. Its fields
 * declare it in the schema, and are never read.
 */
public abstract class GivenInput {

  private Map<String, @Nullable Object> given = Map.of();

  /** What was given, by name: a text, number, truth value, list or map, or null. */
  public final Map<String, @Nullable Object> given() {
    return given;
  }

  final void give(Map<String, @Nullable Object> members) {
    given = members;
  }
}
