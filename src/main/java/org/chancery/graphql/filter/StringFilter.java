package org.chancery.graphql.filter;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Texts, spelled as the record has them. */
@Input("StringFilter")
@Description("Texts, spelled as the record has them. " + ChoiceFilter.DESCRIPTION)
public record StringFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull String> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull String> noneOf)
    implements ChoiceFilter<String> {}
