package org.chancery.party;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Kinds of parties. */
@Input("PartyKindFilter")
@Description("Kinds of parties. " + ChoiceFilter.DESCRIPTION)
public record PartyKindFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull PartyKind> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull PartyKind> noneOf)
    implements ChoiceFilter<PartyKind> {}
