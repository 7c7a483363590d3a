package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;

/** What is done by saying something. */
@Description(
    "What was done by saying it, in the terms of the PLOVER event vocabulary; coded by an editor, apart from the cue that the account prints.")
public enum StatementAct {
  @Description("Says how things are, or what one intends, without more (PLOVER: make statement).")
  STATE,
  @Description("Agrees, or promises to act.")
  AGREE,
  @Description("Supports, praises or recognises the other side.")
  SUPPORT,
  @Description("Yields or eases a demand.")
  CONCEDE,
  @Description("Proposes to talk, or reports that one did.")
  CONSULT,
  @Description("Asks, urges or demands.")
  REQUEST,
  @Description("Criticises, accuses or lays blame.")
  ACCUSE,
  @Description("Refuses or opposes.")
  REJECT,
  @Description("Threatens or warns of consequences.")
  THREATEN
}
