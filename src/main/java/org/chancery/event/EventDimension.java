package org.chancery.event;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What events are counted by. */
@Description("What events are counted by.")
public enum EventDimension implements CountDimension {
  @Description("The year, where the date lies in one; newest first.")
  YEAR,
  @Description("Each topic.")
  TOPIC,
  @Description("The host; not known where the record does not say, or there was none.")
  HOST;

  @Override
  public boolean isTime() {
    return this == YEAR;
  }
}
