package org.chancery.graphql.http;

import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a request's Accept header says (RFC 9110, 12.5.1), in lower case, as types have none.
 *
 * @param wanted from the one that is wanted most on; nothing where the header is not there
 * @param refused those with a weight of 0
 */
public record AcceptedTypes(List<String> wanted, Set<String> refused) {

  public static AcceptedTypes of(RoutingContext context) {
    List<MIMEHeader> types = context.parsedHeaders().accept();
    return new AcceptedTypes(
        names(types, type -> type.weight() > 0),
        Set.copyOf(names(types, type -> type.weight() == 0)));
  }

  private static List<String> names(List<MIMEHeader> types, Predicate<MIMEHeader> which) {
    return types.stream().filter(which).map(type -> type.value().toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether the first of two types is wanted before the other. */
  public boolean prefers(String one, String other) {
    int first = wanted.indexOf(one);
    int second = wanted.indexOf(other);
    return first >= 0 && (second < 0 || first < second);
  }

  /** Whether the header says nothing, so that any type will do. */
  boolean isEmpty() {
    return wanted.isEmpty() && refused.isEmpty();
  }
}
