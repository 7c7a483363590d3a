package org.chancery.exchange;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.chancery.graphql.errors.RequestException;

/** The query parameters of an address. */
final class Parameters {

  private Parameters() {}

  /**
   * A parameter that is misspelled is not taken for none, nor one of two for both.
   *
   * @throws RequestException where there is one that is not known, or that is there twice
   */
  static void requireKnown(RoutingContext context, String... known) {
    for (String name : context.queryParams().names()) {
      if (context.queryParams().getAll(name).size() > 1) {
        throw RequestException.isThereTwice(name);
      }
      if (known.length == 0) {
        throw RequestException.badInput("There are no parameters here: leave \"%s\" out.", name);
      }
      if (!List.of(known).contains(name)) {
        throw RequestException.isNoParameter(name, List.of(known));
      }
    }
  }

  /**
   * Whether a switch is on, which is off where it is not given.
   *
   * @throws RequestException where it is neither
   */
  static boolean isSet(RoutingContext context, String parameter) {
    String value = context.request().getParam(parameter);
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw RequestException.badInput("\"%s\" is true or false.", parameter);
    }
    return "true".equals(value);
  }
}
