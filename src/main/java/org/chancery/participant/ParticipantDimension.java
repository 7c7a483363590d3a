package org.chancery.participant;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What participants are counted by. */
@Description("What participants are counted by.")
public enum ParticipantDimension implements CountDimension {
  @Description(
      "Each party that they act for as a rule, or took part in a meeting for; not known for those of whom the record says neither.")
  PARTY
}
