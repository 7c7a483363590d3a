/** Connections as the Relay specification has them, with keyset cursors. */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.paging;
