package org.chancery.topic;

import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.party.Party;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which topics. Everything that it says has to be true together. */
@Input("TopicFilter")
@Description("Which topics. Everything that it says has to be true together.")
public record TopicFilter(
    @Description(
            "Of meetings in which somebody took part for the parties with these keys, or was announced to.")
        @Nullable KeyFilter parties,
    @Description(FilterFields.TEXT + "Looks in all of its names.") @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.linked(
        "parties",
        Party.class,
        parties,
        "MeetingTopic t join Participation l on l.meetingId = t.meetingId where t.topicId = %s.id"
            .formatted(alias),
        "l.partyId");
    where.text(search(), alias);
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
