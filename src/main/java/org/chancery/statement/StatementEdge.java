package org.chancery.statement;

import java.util.List;
import org.chancery.graphql.paging.PagingArguments;
import org.chancery.search.Passage;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A statement in a list, with its place there. */
@Description("A statement in a list, with its place there.")
public record StatementEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Statement node,
    @NonNull
        @Description(
            "Where what the filter's text looks for stands in the statement's text, to highlight it; empty where the filter"
                + " has no text.")
        List<@NonNull Passage> matches) {}
