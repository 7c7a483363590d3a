package org.chancery.party;

import java.util.List;
import org.chancery.graphql.finding.Conditions;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.finding.TimeRange;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which parties. Everything that it says has to be true together. */
@Input("PartyFilter")
@Description("Which parties. Everything that it says has to be true together.")
public record PartyFilter(
    @Description("Of one of these kinds.") @Nullable List<@NonNull PartyKind> kind,
    @Description("With one of these ISO 3166-1 alpha-2 codes.")
        @Nullable List<@NonNull String> country,
    @Description(
            "Words that all have to be there, in any order; \"a phrase\"; -word for what must not be. Neither case nor accents matter. Looks in the name.")
        @Nullable String text,
    @Description("First recorded here in this time.") @Nullable TimeRange createdAt,
    @Description("Last changed in this time: ask from the last answer's on to follow changes.")
        @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(Conditions where, String alias) {
    where.in(alias + ".kind", kind);
    where.in(alias + ".country", country);
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
