package org.chancery.event;

import org.chancery.graphql.filter.DateRange;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.party.Party;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which events. Everything that it says has to be true together. */
@Input("EventFilter")
@Description("Which events. Everything that it says has to be true together.")
public record EventFilter(
    @Description("Whose date is one of these days.") @Nullable DateRange date,
    @Description("Received by the parties with these keys.") @Nullable KeyFilter host,
    @Description("About the topics with these keys.") @Nullable KeyFilter topics,
    @Description(FilterFields.TEXT + "Looks in the title and the place.") @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.date(alias + ".date", date);
    where.link("host", Party.class, host, alias + ".hostId");
    where.linked(
        "topics",
        Topic.class,
        topics,
        "EventTopic l where l.eventId = %s.id".formatted(alias),
        "l.topicId");
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
