package org.chancery.graphql.execution;

/** What a mutation answers with. */
public interface MutationPayload {

  /** Whether nothing of its operation may be kept. */
  boolean mustBeUndone();

  /** The same mutation's payload after another one of its operation was the reason to undo it. */
  MutationPayload undone();
}
