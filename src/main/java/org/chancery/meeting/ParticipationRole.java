package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** What somebody did at a meeting. */
@Description("What somebody did at the meeting.")
public enum ParticipationRole {
  @Description("Led a side of the talks.")
  PRINCIPAL,
  @Description("Belonged to a delegation.")
  DELEGATE,
  @Description("Presided over it.")
  CHAIR,
  @Description("Stood between the sides.")
  MEDIATOR,
  @Description("Was there without taking part in the talks.")
  OBSERVER,
  @Description("Interpreted.")
  INTERPRETER,
  @Description("Kept the notes.")
  NOTE_TAKER
}
