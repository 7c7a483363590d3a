package org.chancery.graphql.paging;

import java.util.UUID;
import org.chancery.graphql.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * The list that a page is part of.
 *
 * @param source where it is read
 * @param owner whose list it is; null for the list of all
 * @param filter which of its things
 * @param order as they are ordered
 */
public record PageContext<E>(
    ConnectionSource<E> source, @Nullable UUID owner, Filter filter, KeysetOrder<E> order) {

  String cursor(E item) {
    return Cursor.of(source.name(order), order.place(item));
  }
}
