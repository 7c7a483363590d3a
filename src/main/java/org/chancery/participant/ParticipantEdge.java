package org.chancery.participant;

import org.chancery.graphql.paging.PagingArguments;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A participant in a list, with its place there. */
@Description("A participant in a list, with its place there.")
public record ParticipantEdge(
    @NonNull @Description(PagingArguments.CURSOR) String cursor,
    @NonNull @Description("The item.") Participant node) {}
