package org.chancery.graphql.paging;

import org.chancery.graphql.finding.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which things of a list are asked for, and in which order.
 *
 * @param ordering null for the list's own order
 */
public record Choice<E>(Filter filter, @Nullable Ordering<E> ordering) {

  /** What the arguments of a connection mean, null being the same as left out. */
  public static <E> Choice<E> of(@Nullable Filter filter, @Nullable Ordering<E> ordering) {
    return new Choice<>(Filter.of(filter), ordering);
  }

  /** All of them, in the list's own order. */
  public static <E> Choice<E> all() {
    return new Choice<>(Filter.NONE, null);
  }

  Order<E> orderIn(Order<E> own) {
    return ordering == null ? own : ordering.in(filter);
  }
}
