package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;

/** What can be withdrawn by its key. */
@Description("What can be withdrawn by its key.")
public enum WithdrawableKind {
  @Description("A state or an organisation.")
  PARTY,
  @Description("What meetings and statements are about.")
  TOPIC,
  @Description("A person.")
  PARTICIPANT,
  @Description("What several meetings belong to.")
  EVENT,
  @Description("A meeting, with its participations and accounts.")
  MEETING,
  @Description("An account, with its statements.")
  ACCOUNT,
  @Description("A statement, with its quotations and links.")
  STATEMENT
}
