package org.chancery.editing;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Who speaks or is spoken to: a participant or a party. */
@Input("SpeakerInput")
@Description("Who speaks or is spoken to: a participant or a party.")
public final class SpeakerInput {

  @Description("The key of a participant.")
  public @Nullable String participant;

  @Description("The key of a party: the side as such.")
  public @Nullable String party;
}
