/** Who sends a request, and what they may do. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.viewer;
