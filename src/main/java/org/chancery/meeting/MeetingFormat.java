package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** How those who met reached each other. */
@Description("How those who met reached each other.")
public enum MeetingFormat {
  @Description("In one place.")
  IN_PERSON,
  @Description("By video link.")
  VIDEO,
  @Description("By telephone.")
  PHONE,
  @Description("Some in one place, others by video link or telephone.")
  HYBRID,
  @Description("By an exchange of letters or messages.")
  WRITTEN
}
