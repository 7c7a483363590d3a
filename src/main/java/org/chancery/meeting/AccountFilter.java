package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts. It stands here, and not with the accounts that are built on meetings, because
 * meetings are found by their accounts.
 */
@Input("AccountFilter")
@Description("Which accounts. Everything that it says has to be true of one account together.")
public record AccountFilter(
    @Description("Of one of these kinds.") @Nullable List<@NonNull AccountKind> kind,
    @Description("Published by one of these, spelled as the record has it.")
        @Nullable List<@NonNull String> publisher,
    @Description("Published on the side of one of the parties with these keys.")
        @Nullable List<@NonNull String> side)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.in(alias + ".kind", kind);
    where.in(alias + ".publisher", publisher);
    where.link("side", Party.class, side, alias + ".sideId");
  }
}
