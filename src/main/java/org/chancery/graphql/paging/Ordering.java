package org.chancery.graphql.paging;

import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.finding.Filter;
import org.chancery.search.SearchText;

/** The order that a client asks for. */
public interface Ordering<E> {

  /** As a query needs it that looks for things by this filter. */
  Order<E> in(Filter filter);

  /**
   * What an order by relevance ranks by.
   *
   * @throws RequestException where nothing is looked for
   */
  static SearchText searchOf(Filter filter) {
    SearchText search = filter.search();
    if (search == null || search.wanted().isEmpty()) {
      throw RequestException.badInput(
          "Only what is looked for by its text has a relevance: send a \"text\" with a word in the filter, or order by"
              + " something else.");
    }
    return search;
  }
}
