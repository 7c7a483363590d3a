/** How a request's mistakes and the service's faults are told to clients. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.errors;
