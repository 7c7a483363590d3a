package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Kinds of accounts. */
@Input("AccountKindFilter")
@Description("Kinds of accounts. " + ChoiceFilter.DESCRIPTION)
public record AccountKindFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull AccountKind> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull AccountKind> noneOf)
    implements ChoiceFilter<AccountKind> {}
