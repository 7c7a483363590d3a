package org.chancery.statement;

import org.eclipse.microprofile.graphql.Description;

/** What statements are counted by. */
@Description("What statements are counted by.")
public enum StatementDimension {
  @Description("The act that it is coded as.")
  ACT,
  @Description("How it is reported.")
  MODE,
  @Description("The participant who speaks; not known where a party does as such.")
  SPEAKER,
  @Description(
      "The party as such that speaks, or each party that the speaking participant took part in the meeting for.")
  PARTY,
  @Description("Each topic.")
  TOPIC,
  @Description("The kind of the account.")
  ACCOUNT_KIND,
  @Description("The year of the meeting, where its date lies in one; newest first.")
  YEAR
}
