/** How many things have something in common, counted in the database. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.counting;
