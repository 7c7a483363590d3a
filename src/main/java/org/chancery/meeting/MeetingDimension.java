package org.chancery.meeting;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What meetings are counted by. */
@Description("What meetings are counted by.")
public enum MeetingDimension implements CountDimension {
  @Description("The year, where the date lies in one; newest first.")
  YEAR,
  @Description("The month, where the date lies in one; newest first.")
  MONTH,
  @Description("Each party for which somebody took part.")
  PARTY,
  @Description("Each participant.")
  PARTICIPANT,
  @Description("The format.")
  FORMAT,
  @Description("Each topic.")
  TOPIC,
  @Description("The status.")
  STATUS,
  @Description("The event; not known for those that stand alone.")
  EVENT;

  @Override
  public boolean isTime() {
    return this == YEAR || this == MONTH;
  }
}
