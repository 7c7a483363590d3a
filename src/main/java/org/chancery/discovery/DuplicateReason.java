package org.chancery.discovery;

import org.eclipse.microprofile.graphql.Description;

/** Why two things are likely to be one. */
@Description("Why two things are likely to be one. The first ones are the likeliest.")
public enum DuplicateReason {
  @Description(
      "They have a name in common, but for capitals, accents, punctuation and the order of its words.")
  SAME_NAME,
  @Description("Two or more people were at both, on the same day.")
  SAME_PEOPLE,
  @Description(
      "A name of one is a name of the other but for one letter that is there, missing or another one, of eight or more.")
  SIMILAR_NAME
}
