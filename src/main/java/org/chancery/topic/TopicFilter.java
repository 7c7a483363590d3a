package org.chancery.topic;

import org.chancery.graphql.finding.Conditions;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.finding.TimeRange;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which topics. Everything that it says has to be true together. */
@Input("TopicFilter")
@Description("Which topics. Everything that it says has to be true together.")
public record TopicFilter(
    @Description(
            "Words that all have to be there, in any order; \"a phrase\"; -word for what must not be. Neither case nor accents matter. Looks in the name.")
        @Nullable String text,
    @Description("First recorded here in this time.") @Nullable TimeRange createdAt,
    @Description("Last changed in this time: ask from the last answer's on to follow changes.")
        @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(Conditions where, String alias) {
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
