package org.chancery.party;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A party in a list, with its place there. */
@Description("A party in a list, with its place there.")
public record PartyEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Party node) {}
