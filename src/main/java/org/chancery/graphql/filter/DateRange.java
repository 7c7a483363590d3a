package org.chancery.graphql.filter;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Days, to compare with what an inexact date can mean. */
@Input("DateRange")
@Description("Days from one to another, both included.")
public record DateRange(
    @Description("The first day; null for all before \"to\".") @Nullable LocalDate from,
    @Description("The last day; null for all after \"from\".") @Nullable LocalDate to,
    @Description("How an inexact date has to lie to the days; null for OVERLAPS.")
        @Nullable DateMatch match) {}
