package org.chancery.comparison;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How accounts stand to each other in points. */
@Input("AgreementFilter")
@Description("How accounts stand to each other in points. " + ChoiceFilter.DESCRIPTION)
public record AgreementFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull Agreement> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull Agreement> noneOf)
    implements ChoiceFilter<Agreement> {}
