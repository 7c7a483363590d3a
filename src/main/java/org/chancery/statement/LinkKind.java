package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;

/** How two accounts stand to each other on one point. */
@Description("How statements of two accounts stand to each other.")
public enum LinkKind {
  @Description("Both report the same point, in whatever words.")
  CORROBORATES,
  @Description("They cannot both be right.")
  CONTRADICTS
}
