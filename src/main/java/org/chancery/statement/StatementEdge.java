package org.chancery.statement;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A statement in a list, with its place there. */
@Description("A statement in a list, with its place there.")
public record StatementEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Statement node) {}
