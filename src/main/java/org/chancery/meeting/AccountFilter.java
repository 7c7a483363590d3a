package org.chancery.meeting;

import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.StringFilter;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts. It stands here, and not with the accounts that are built on meetings, because
 * meetings are found by their accounts.
 */
@Input("AccountFilter")
@Description("Which accounts. Everything that it says has to be true of one account together.")
public record AccountFilter(
    @Description("Of these kinds.") @Nullable AccountKindFilter kind,
    @Description("Published by these.") @Nullable StringFilter publisher,
    @Description("Published on the side of the parties with these keys.") @Nullable KeyFilter side)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.choice(alias + ".kind", kind);
    where.choice(alias + ".publisher", publisher);
    where.link("side", Party.class, side, alias + ".sideId");
  }
}
