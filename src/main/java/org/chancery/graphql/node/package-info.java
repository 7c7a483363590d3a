/** Anything that can be fetched again by its global id. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.node;
