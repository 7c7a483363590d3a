package org.chancery.graphql.paging;

import java.util.List;

/** What a list can be ordered by: a constant of an enum of the schema. */
public interface OrderField<E> {

  /** The columns, ascending; ties are broken by id. Empty for an order by relevance. */
  List<KeysetOrder.Column<E, ?>> columns();
}
