package org.chancery.graphql.errors;

/**
 * What kind of error an answer reports, in its {@code extensions.code}. The names are those that
 * GraphQL clients already know from Apollo Server.
 */
public enum ErrorCode {
  /**
   * The HTTP request holds no GraphQL operation: not JSON, no {@code query}, variables of the wrong
   * type.
   */
  BAD_REQUEST,
  /** The document that the request names is not known here: send it with its SHA-256 once more. */
  PERSISTED_QUERY_NOT_FOUND,
  /** The document is not GraphQL. */
  GRAPHQL_PARSE_FAILED,
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED,
  /**
   * The document has several operations and the request does not say which, or names one that is
   * not there.
   */
  OPERATION_RESOLUTION_FAILURE,
  /** An argument or variable has a value that cannot be used. */
  BAD_USER_INPUT,
  /** Only who has signed in may do this. */
  UNAUTHENTICATED,
  /** Who has signed in may not do this. */
  FORBIDDEN,
  /** Another request had the same Idempotency-Key. */
  IDEMPOTENCY_KEY_REUSED,
  /** The same request, by its Idempotency-Key, is being carried out. */
  IDEMPOTENCY_KEY_IN_USE,
  /** The request was carried out, by its Idempotency-Key, and its answer is no longer kept. */
  IDEMPOTENCY_ANSWER_FORGOTTEN,
  /**
   * The request asks for more than one may ask for at once; {@code extensions.limit} says of what.
   */
  LIMIT_EXCEEDED,
  /**
   * This client has too many requests running already; the header Retry-After says when to try
   * again.
   */
  TOO_MANY_REQUESTS,
  /**
   * The service cannot answer just now: its database cannot be reached, it is ending, or it has too
   * much to do.
   */
  SERVICE_UNAVAILABLE,
  /** A fault of the service; the answer carries an id, and the log the fault under the same id. */
  INTERNAL_SERVER_ERROR
}
