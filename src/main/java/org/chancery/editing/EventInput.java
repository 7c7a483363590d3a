package org.chancery.editing;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An event, to be recorded or amended. */
@Input("EventInput")
@Description("An event, to be recorded or amended.")
public final class EventInput extends LineInput {

  @Description("What it is called. Needed when it is recorded.")
  public @Nullable String title;

  @Description(
      "When it was, as exactly as it is known: EDTF (ISO 8601-2:2019) level 0 or 1. A year, month or day, a day with its time and the offset from UTC (2021-09-01T10:00:00+08:00), unknown digits (202X, 2021-XX), ? ~ %, an interval (2021-08-31/2021-09-03, 2021-08-31/ with an unknown end, 2021-08-31/.. open), or XXXX where nothing is known. Needed when it is recorded.")
  public @Nullable String date;

  @Description("Where it was.")
  public @Nullable String place;

  @Description("The key of the party that received the others.")
  public @Nullable String host;

  @Description("What it is about: keys of topics, in the order of their weight.")
  public @Nullable List<@NonNull String> topics;
}
