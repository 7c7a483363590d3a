package org.chancery.graphql.execution;

import org.eclipse.microprofile.graphql.Description;

/**
 * What is asked below it is asked of the record as of a revision. The schema shows it as the query
 * type.
 *
 * @param revision its number; 0 for the record before its first one
 */
@Description("Replaced by the query type.")
public record AsOf(int revision) {}
