package org.chancery.event;

import java.util.List;
import org.chancery.graphql.finding.Conditions;
import org.chancery.graphql.finding.DateRange;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.finding.KeyFilter;
import org.chancery.graphql.finding.TimeRange;
import org.chancery.party.Party;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Which events. Everything that it says has to be true together. */
@Input("EventFilter")
@Description("Which events. Everything that it says has to be true together.")
public record EventFilter(
    @Description("Whose date can fall among these days.") @Nullable DateRange date,
    @Description("Received by one of the parties with these keys.")
        @Nullable List<@NonNull String> host,
    @Description("About the topics with these keys.") @Nullable KeyFilter topics,
    @Description(
            "Words that all have to be there, in any order; \"a phrase\"; -word for what must not be. Neither case nor accents matter. Looks in the title.")
        @Nullable String text,
    @Description("First recorded here in this time.") @Nullable TimeRange createdAt,
    @Description("Last changed in this time: ask from the last answer's on to follow changes.")
        @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(Conditions where, String alias) {
    where.date(alias + ".date", date);
    where.link("host", Party.class, host, alias + ".hostId");
    where.linked(
        "topics",
        Topic.class,
        topics,
        "EventTopic l where l.eventId = %s.id and l.topicId".formatted(alias));
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
