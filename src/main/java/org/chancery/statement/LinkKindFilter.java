package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How a statement stands to those of other accounts. */
@Input("LinkKindFilter")
@Description("How a statement stands to those of other accounts. " + ChoiceFilter.DESCRIPTION)
public record LinkKindFilter(
    @Description("Has a link of one of these kinds; an empty list finds nothing.")
        @Nullable List<@NonNull LinkKind> anyOf,
    @Description("Has no link of these kinds.") @Nullable List<@NonNull LinkKind> noneOf) {

  /** Narrows statements down; a link is stored once, and seen from both its ends. */
  void narrow(PredicateBuilder where, String statement) {
    if (anyOf != null) {
      where.require(linked(where, statement, anyOf));
    }
    if (noneOf != null) {
      where.require("not " + linked(where, statement, noneOf));
    }
  }

  private static String linked(PredicateBuilder where, String statement, List<LinkKind> kinds) {
    String isOne = where.isOneOf("l.kind", kinds);
    return "(exists (select 1 from StatementPair l where l.oneId = %1$s.id and %2$s)"
            .formatted(statement, isOne)
        + " or exists (select 1 from StatementPair l where l.otherId = %1$s.id and %2$s))"
            .formatted(statement, isOne);
  }
}
