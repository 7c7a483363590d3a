package org.chancery.graphql.paging;

import java.util.List;

/**
 * A part of a list.
 *
 * @param list what it is a part of
 * @param items in the list's order
 * @param hasNext whether more come after
 * @param hasPrevious whether some come before
 */
public record Page<E>(PageContext<E> list, List<E> items, boolean hasNext, boolean hasPrevious) {

  /** Where the page stands, with the cursors of its ends. */
  public PageInfo info() {
    return items.isEmpty()
        ? new PageInfo(hasNext, hasPrevious, null, null)
        : new PageInfo(
            hasNext,
            hasPrevious,
            list.cursor(items.get(0)),
            list.cursor(items.get(items.size() - 1)));
  }

  /** The same page with more told of its items. */
  public Page<E> with(List<E> told) {
    return new Page<>(list, told, hasNext, hasPrevious);
  }

  /** The page's items, each with its cursor. */
  public <T> List<T> edges(EdgeFactory<E, T> factory) {
    return items.stream().map(item -> factory.create(list.cursor(item), item)).toList();
  }

  /** Makes the edge type of one connection. */
  @FunctionalInterface
  public interface EdgeFactory<E, T> {
    T create(String cursor, E node);
  }
}
