package org.chancery.editing;

import java.util.List;
import org.chancery.graphql.execution.MutationPayload;

/** What came of a mutation of the record. */
interface Payload extends MutationPayload {

  /** All that is wrong with its input. */
  List<UserError> userErrors();

  /** Whether it was only tried. */
  boolean tried();

  @Override
  default boolean mustBeUndone() {
    return tried() || !userErrors().isEmpty();
  }
}
