package org.chancery.graphql.paging;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.search.SearchText;
import org.chancery.search.Searched;

/** The order that a client asks for, of things that are {@link Searched}. */
public interface OrderInput<E> {

  OrderField<E> field();

  OrderDirection direction();

  /**
   * The keyset order of a query with this filter.
   *
   * @throws RequestException where it is by relevance, without a text search
   */
  default KeysetOrder<E> in(Filter filter) {
    KeysetOrder.Column<E, UUID> id =
        KeysetOrder.Column.byId("e.id", item -> ((Searched) item).uuid());
    List<KeysetOrder.Column<E, ?>> columns = field().columns();
    return columns.isEmpty()
        ? KeysetOrder.byRelevance(field(), direction(), searchOf(filter).wantedWords(), id)
        : KeysetOrder.by(
            field(), direction(), Stream.concat(columns.stream(), Stream.of(id)).toList());
  }

  private static SearchText searchOf(Filter filter) {
    SearchText search = filter.search();
    if (search == null || search.wanted().isEmpty()) {
      throw RequestException.badInput(
          "Only what is looked for by its text has a relevance: send a \"text\" with a word in the filter, or order by"
              + " something else.");
    }
    return search;
  }
}
