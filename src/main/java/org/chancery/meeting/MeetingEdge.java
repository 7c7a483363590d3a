package org.chancery.meeting;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A meeting in a list, with its place there. */
@Description("A meeting in a list, with its place there.")
public record MeetingEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Meeting node) {}
