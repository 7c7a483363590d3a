package org.chancery.topic;

import org.eclipse.microprofile.graphql.Description;

/** What topics can be ordered by. */
@Description("What topics can be ordered by; those that are the same in it stand by their id.")
public enum TopicOrderField {
  @Description("The name, whatever its case and accents.")
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
