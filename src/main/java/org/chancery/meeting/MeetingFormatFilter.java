package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Formats of meetings. */
@Input("MeetingFormatFilter")
@Description("Formats of meetings. " + ChoiceFilter.DESCRIPTION)
public record MeetingFormatFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull MeetingFormat> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull MeetingFormat> noneOf)
    implements ChoiceFilter<MeetingFormat> {}
