package org.chancery.editing;

import java.util.List;
import org.chancery.meeting.Initiative;
import org.chancery.meeting.MeetingFormat;
import org.chancery.meeting.MeetingStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, to be recorded or amended, with what it carries: a list that is given takes the place
 * of the one before.
 */
@Input("MeetingInput")
@Description(
    "A meeting, to be recorded or amended, with what it carries: a list that is given takes the place of the one before.")
public final class MeetingInput extends LineInput {

  @Description("What it is called. Needed when it is recorded.")
  public @Nullable String title;

  @Description(
      "When it was, as exactly as it is known: EDTF (ISO 8601-2:2019) level 0 or 1. A year, month or day, a day with its time and the offset from UTC (2021-09-01T10:00:00+08:00), unknown digits (202X, 2021-XX), ? ~ %, an interval (2021-08-31/2021-09-03, 2021-08-31/ with an unknown end, 2021-08-31/.. open), or XXXX where nothing is known. Needed when it is recorded.")
  public @Nullable String date;

  @Description("Whether it took place. Needed when it is recorded.")
  public @Nullable MeetingStatus status;

  @Description("How those who met reached each other. Needed when it is recorded.")
  public @Nullable MeetingFormat format;

  @Description("Where it was; left out where nobody says, or there was no one place.")
  public @Nullable String place;

  @Description("How it came about; left out where no account says.")
  public @Nullable Initiative initiative;

  @Description(
      "The key of the party whose initiative it was; left out where no account says whose.")
  public @Nullable String initiator;

  @Description("The key of the event that it belongs to.")
  public @Nullable String event;

  @Description("What it is about: keys of topics, in the order of their weight.")
  public @Nullable List<@NonNull String> topics;

  @Description("Who took part, or was announced to.")
  public @Nullable List<@NonNull ParticipationInput> participations;

  @Description("The accounts that report it.")
  public @Nullable List<@NonNull AccountInput> accounts;

  @Description("How statements of its accounts stand to each other.")
  public @Nullable List<@NonNull LinkInput> links;
}
