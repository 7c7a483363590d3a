/** The endpoint that clients send their operations to. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.http;
