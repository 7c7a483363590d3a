package org.chancery.graphql.paging;

import java.util.List;

/** What a list can be ordered by: a constant of an enum of the schema. */
public interface OrderField<E> {

  /**
   * The columns, each with the least first; those that are the same in all of them stand by their
   * id. Empty for an order by relevance.
   */
  List<KeysetOrder.Column<E, ?>> columns();
}
