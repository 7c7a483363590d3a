package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;

/** What can be merged. */
@Description("What can be merged.")
public enum MergeableKind {
  @Description("A state or an organisation.")
  PARTY,
  @Description("What meetings and statements are about.")
  TOPIC,
  @Description("A person.")
  PARTICIPANT,
  @Description("What several meetings belong to.")
  EVENT
}
