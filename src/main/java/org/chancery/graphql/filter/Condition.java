package org.chancery.graphql.filter;

import java.util.Map;
import org.hibernate.query.SelectionQuery;

/**
 * What has to be true of the rows of a query.
 *
 * @param hql true of every row where nothing is asked
 * @param parameters the values of the parameters in it
 */
public record Condition(String hql, Map<String, Object> parameters) {

  /** Gives the query its values. */
  public void setIn(SelectionQuery<?> query) {
    setAll(query, parameters);
  }

  /** Gives a query the values of parameters. */
  public static void setAll(SelectionQuery<?> query, Map<String, Object> parameters) {
    parameters.forEach(query::setParameter);
  }
}
