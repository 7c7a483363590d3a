package org.chancery.editing;

import java.util.List;
import org.chancery.meeting.Attendance;
import org.chancery.meeting.ParticipationRole;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** That somebody took part, or was announced to. */
@Input("ParticipationInput")
@Description("That somebody took part, or was announced to.")
@SuppressWarnings("NullAway.Init") // fields only declare
public final class ParticipationInput {

  @Description(
      "A UUID version 7 (RFC 9562), in lower case: made when the thing is first recorded, and never changed. Where it is left out, the thing is found by its key, or is new.")
  public @Nullable String id;

  @NonNull
  @Description("The key of the participant.")
  public String participant;

  @NonNull
  @Description("The key of the party that they acted for.")
  public String party;

  @Description("The key of a party that they spoke for besides their own.")
  public @Nullable String onBehalfOf;

  @Description("The offices that they held then.")
  public @Nullable List<@NonNull String> offices;

  @Description("What they did there; left out where nobody says.")
  public @Nullable ParticipationRole role;

  @Description("Whether and how they were there; left out where nobody says.")
  public @Nullable Attendance attendance;

  @Description("From where they joined.")
  public @Nullable String joinedFrom;
}
