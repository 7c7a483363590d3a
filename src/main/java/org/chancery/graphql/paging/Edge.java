package org.chancery.graphql.paging;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An item of a list, with its place there. In the schema one of meetings is a MeetingEdge. */
public record Edge<E>(
    @NonNull @Description(Descriptions.CURSOR) String cursor,
    @NonNull @Description(Descriptions.NODE) E node) {}
