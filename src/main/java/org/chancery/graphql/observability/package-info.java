/** What the service tells its operators of each request: metrics, one log line, a trace. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.observability;
