package org.chancery.discovery;

import org.chancery.graphql.node.Node;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Two things that are likely to be one.
 *
 * @param one the one whose id comes first
 * @param reason the likeliest
 */
@Description("Two things that are likely to be one. Nobody but a curator can say whether they are.")
public record LikelyDuplicate(
    @NonNull @Description("One of them: in most cases the one that was recorded first.") Node one,
    @NonNull @Description("The other one.") Node other,
    @NonNull @Description("Why, for the likeliest reason.") DuplicateReason reason) {}
