package org.chancery.graphql.filter;

import org.eclipse.microprofile.graphql.Description;

/** Which end of an order comes first. */
@Description("Which end of an order comes first.")
public enum OrderDirection {
  @Description("The least, the oldest, or the first of the alphabet.")
  ASC,
  @Description("The greatest, the newest, or the last of the alphabet.")
  DESC
}
