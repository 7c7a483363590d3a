package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** Whose wish a meeting came from. */
@Description("How a meeting came about, as an account says it.")
public enum Initiative {
  @Description("One side invited the other (\"upon invitation\").")
  INVITATION,
  @Description("One side asked for it (\"at the request of\").")
  REQUEST
}
