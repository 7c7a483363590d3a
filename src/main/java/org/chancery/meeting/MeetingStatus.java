package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** Whether a meeting took place. */
@Description("Whether the meeting took place.")
public enum MeetingStatus {
  @Description("It took place.")
  HELD,
  @Description("It is announced for a day to come.")
  SCHEDULED,
  @Description("It was announced, and put off without a new day.")
  POSTPONED,
  @Description("It was announced, and called off.")
  CANCELLED
}
