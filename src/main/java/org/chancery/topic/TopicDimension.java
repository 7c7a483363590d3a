package org.chancery.topic;

import org.chancery.graphql.counting.CountDimension;
import org.eclipse.microprofile.graphql.Description;

/** What topics are counted by. */
@Description("What topics are counted by.")
public enum TopicDimension implements CountDimension {
  @Description(
      "Each party for which somebody took part in a meeting about it; not known for those that no meeting was about, or only meetings of which no participant is recorded.")
  PARTY
}
