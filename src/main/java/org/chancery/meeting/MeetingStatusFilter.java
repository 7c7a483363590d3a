package org.chancery.meeting;

import java.util.List;
import org.chancery.graphql.filter.ChoiceFilter;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Statuses of meetings. */
@Input("MeetingStatusFilter")
@Description("Statuses of meetings. " + ChoiceFilter.DESCRIPTION)
public record MeetingStatusFilter(
    @Description(ChoiceFilter.ANY_OF) @Nullable List<@NonNull MeetingStatus> anyOf,
    @Description(ChoiceFilter.NONE_OF) @Nullable List<@NonNull MeetingStatus> noneOf)
    implements ChoiceFilter<MeetingStatus> {}
