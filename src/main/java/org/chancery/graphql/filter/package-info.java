/** What a reader asks for: filters, and the conditions that they put on a query. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.filter;
