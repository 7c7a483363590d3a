package org.chancery.event;

import org.eclipse.microprofile.graphql.Description;

/** What events can be ordered by. */
@Description("What events can be ordered by; those that are the same in it stand by their id.")
public enum EventOrderField {
  @Description(
      "The first day that the date can mean, or its last where an interval has no known start.")
  DATE,
  @Description("The title, whatever its case and accents.")
  TITLE,
  @Description("The key.")
  KEY,
  @Description("When it was first recorded here.")
  CREATED_AT,
  @Description("When its record last changed.")
  UPDATED_AT,
  @Description(
      "How large a part of its title the words make up that the filter looks for; the filter needs a text.")
  RELEVANCE
}
