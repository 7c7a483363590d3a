package org.chancery.meeting;

import org.eclipse.microprofile.graphql.Description;

/** Whether and how somebody was there. */
@Description("Whether and how somebody was there.")
public enum Attendance {
  @Description("Was at the place of the meeting.")
  ON_SITE,
  @Description("Joined from elsewhere.")
  REMOTE,
  @Description("Was announced, and did not come.")
  ABSENT
}
