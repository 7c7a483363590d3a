package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Acts that statements are coded as. */
@Input("StatementActFilter")
@Description("Acts that statements are coded as. " + ChoiceFilter.DESCRIPTION)
public record StatementActFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull StatementAct> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull StatementAct> noneOf)
    implements ChoiceFilter<StatementAct> {}
