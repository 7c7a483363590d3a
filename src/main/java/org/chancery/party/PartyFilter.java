package org.chancery.party;

import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.StringFilter;
import org.chancery.graphql.filter.TimeRange;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which parties. Everything that it says has to be true together. */
@Input("PartyFilter")
@Description("Which parties. Everything that it says has to be true together.")
public record PartyFilter(
    @Description("Of these kinds.") @Nullable PartyKindFilter kind,
    @Description("With these ISO 3166-1 alpha-2 codes.") @Nullable StringFilter country,
    @Description(FilterFields.TEXT + "Looks in all of its names.") @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.choice(alias + ".kind", kind);
    where.choice(alias + ".country", country);
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
