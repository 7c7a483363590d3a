package org.chancery.event;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An event in a list, with its place there. */
@Description("An event in a list, with its place there.")
public record EventEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Event node) {}
