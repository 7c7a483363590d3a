package org.chancery.graphql.filter;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Moments at which the record was written. */
@Input("TimeRange")
@Description(
    "Moments from one, included, to another, excluded, so that one range ends where the next begins.")
public record TimeRange(
    @Description("The first moment; null for all before \"to\".") @Nullable Instant from,
    @Description("The moment after the last; null for all after \"from\".") @Nullable Instant to) {}
