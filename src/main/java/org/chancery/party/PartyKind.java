package org.chancery.party;

import org.eclipse.microprofile.graphql.Description;

/** What a party is. */
@Description("What a party is.")
public enum PartyKind {
  @Description("A state.")
  STATE,
  @Description("An organisation of states, or any other that takes part in its own name.")
  ORGANISATION
}
