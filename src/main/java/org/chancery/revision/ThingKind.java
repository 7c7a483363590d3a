package org.chancery.revision;

import org.eclipse.microprofile.graphql.Description;

/** What can be recorded, amended and withdrawn. */
@Description("What can be recorded, amended and withdrawn.")
public enum ThingKind {
  @Description("A state or an organisation.")
  PARTY,
  @Description("What meetings and statements are about.")
  TOPIC,
  @Description("A person.")
  PARTICIPANT,
  @Description("What several meetings belong to.")
  EVENT,
  @Description("A meeting.")
  MEETING,
  @Description("That somebody took part in a meeting.")
  PARTICIPATION,
  @Description("A text that reports a meeting.")
  ACCOUNT,
  @Description("What an account says that somebody said, with its quotations.")
  STATEMENT,
  @Description("That statements of two accounts corroborate or contradict each other.")
  LINK
}
