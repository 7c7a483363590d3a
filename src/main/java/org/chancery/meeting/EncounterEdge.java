package org.chancery.meeting;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An encounter in a list, with its place there. */
@Description("An encounter in a list, with its place there.")
public record EncounterEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Encounter node) {}
