package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;

/** What statements can be ordered by. */
@Description("What statements can be ordered by; those that are the same in it stand by their id.")
public enum StatementOrderField {
  @Description("The day of the meeting; those of one meeting in the order of its accounts.")
  DATE,
  @Description("The key.")
  KEY,
  @Description("When it was first recorded here.")
  CREATED_AT,
  @Description("When its record last changed.")
  UPDATED_AT,
  @Description(
      "How large a part of its text the words make up that the filter looks for; the filter needs a text.")
  RELEVANCE
}
