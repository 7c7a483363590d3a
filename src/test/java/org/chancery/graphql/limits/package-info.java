/** Tests of what a request costs. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.limits;
