package org.chancery.statement;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What statements are counted by. */
@Description("What statements are counted by.")
public enum StatementDimension implements CountDimension {
  @Description("The act that it is coded as.")
  ACT,
  @Description("How it is reported.")
  MODE,
  @Description("Each speaker: a participant, or a party as such.")
  SPEAKER,
  @Description(
      "Each party that speaks as such, or that a speaking participant took part in the meeting for.")
  PARTY,
  @Description("Each topic.")
  TOPIC,
  @Description("The kind of the account.")
  ACCOUNT_KIND,
  @Description("The year of the meeting, where its date lies in one; newest first.")
  YEAR,
  @Description("The month of the meeting, where its date lies in one; newest first.")
  MONTH,
  @Description("The event that the meeting belongs to; not known where it stands alone.")
  EVENT;

  @Override
  public boolean isTime() {
    return this == YEAR || this == MONTH;
  }
}
