package org.chancery.topic;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A topic in a list, with its place there. */
@Description("A topic in a list, with its place there.")
public record TopicEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Topic node) {}
