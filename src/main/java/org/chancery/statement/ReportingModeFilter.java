package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Ways of reporting. */
@Input("ReportingModeFilter")
@Description("Ways of reporting. " + ChoiceFilter.DESCRIPTION)
public record ReportingModeFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull ReportingMode> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull ReportingMode> noneOf)
    implements ChoiceFilter<ReportingMode> {}
