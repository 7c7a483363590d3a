/** What one request may ask for. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.limits;
