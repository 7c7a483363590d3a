/**
 * Requests that may be sent again, and are carried out once
 * (draft-ietf-httpapi-idempotency-key-header).
 */
@org.jspecify.annotations.NullMarked
package org.chancery.graphql.idempotency;
