package org.chancery.graphql.paging;

import org.chancery.graphql.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which things of a list are asked for, and in which order.
 *
 * @param ordering null for the list's own order
 */
public record ListQuery<E>(Filter filter, @Nullable OrderInput<E> ordering) {

  /** What the arguments of a connection mean, null being the same as left out. */
  public static <E> ListQuery<E> of(@Nullable Filter filter, @Nullable OrderInput<E> ordering) {
    return new ListQuery<>(Filter.of(filter), ordering);
  }

  /** All of them, in the list's own order. */
  public static <E> ListQuery<E> all() {
    return new ListQuery<>(Filter.NONE, null);
  }

  KeysetOrder<E> orderIn(KeysetOrder<E> own) {
    return ordering == null ? own : ordering.in(filter);
  }
}
