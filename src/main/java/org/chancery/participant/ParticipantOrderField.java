package org.chancery.participant;

import org.eclipse.microprofile.graphql.Description;

/** What participants can be ordered by. */
@Description(
    "What participants can be ordered by; those that are the same in it stand by their id.")
public enum ParticipantOrderField {
  @Description("The sort name, or the name where there is none, whatever its case and accents.")
  NAME,
  @Description("The key.")
  KEY,
  @Description("When it was first recorded here.")
  CREATED_AT,
  @Description("When its record last changed.")
  UPDATED_AT,
  @Description(
      "How large a part of its name the words make up that the filter looks for; the filter needs a text.")
  RELEVANCE
}
