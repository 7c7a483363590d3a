package org.chancery.party;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What parties are counted by. */
@Description("What parties are counted by.")
public enum PartyDimension implements CountDimension {
  @Description("The kind.")
  KIND
}
