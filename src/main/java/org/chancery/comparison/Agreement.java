package org.chancery.comparison;

import org.eclipse.microprofile.graphql.Description;

/** How the accounts that report a point stand to each other in it. */
@Description("How the accounts that report a point stand to each other in it.")
public enum Agreement {
  @Description("One account alone reports it.")
  SINGLE_SOURCE,
  @Description("Several report it, and none of these statements contradicts another.")
  AGREED,
  @Description("At least two of these statements contradict each other.")
  DISPUTED
}
