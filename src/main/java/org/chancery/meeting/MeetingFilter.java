package org.chancery.meeting;

import java.util.List;
import org.chancery.event.Event;
import org.chancery.graphql.filter.DateRange;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.FilterFields;
import org.chancery.graphql.filter.KeyFilter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.filter.TimeRange;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.topic.Topic;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** Which meetings. Everything that it says has to be true together. */
@Input("MeetingFilter")
@Description("Which meetings. Everything that it says has to be true together.")
public record MeetingFilter(
    @Description("Whose date is one of these days.") @Nullable DateRange date,
    @Description(
            "In which somebody took part for the parties with these keys, or was announced to.")
        @Nullable KeyFilter parties,
    @Description(
            "In which the participants with these keys took part, or were announced to: allOf of two people is their meetings with each other.")
        @Nullable KeyFilter participants,
    @Description("About the topics with these keys.") @Nullable KeyFilter topics,
    @Description("Of these formats.") @Nullable MeetingFormatFilter format,
    @Description("With these statuses.") @Nullable MeetingStatusFilter status,
    @Description("Belonging to the events with these keys.") @Nullable KeyFilter event,
    @Description("Reported by at least one such account.") @Nullable AccountFilter account,
    @Description(
            FilterFields.TEXT
                + "Looks in the title, the place, the event, the names of the topics and of the people, and in what was said: a word can stand in one and the next in another.")
        @Nullable String text,
    @Description(FilterFields.CREATED_AT) @Nullable TimeRange createdAt,
    @Description(FilterFields.UPDATED_AT) @Nullable TimeRange updatedAt)
    implements Filter {

  @Override
  public void narrow(PredicateBuilder where, String alias) {
    where.date(alias + ".date", date);
    where.linked(
        "parties",
        Party.class,
        parties,
        "Participation l where l.meetingId = %s.id".formatted(alias),
        "l.partyId");
    where.linked(
        "participants",
        Participant.class,
        participants,
        "Participation l where l.meetingId = %s.id".formatted(alias),
        "l.participantId");
    where.linked(
        "topics",
        Topic.class,
        topics,
        "MeetingTopic l where l.meetingId = %s.id".formatted(alias),
        "l.topicId");
    where.choice(alias + ".format", format);
    where.choice(alias + ".status", status);
    where.link("event", Event.class, event, alias + ".eventId");
    String reporting = where.alias("a");
    where.exists(
        account,
        "Account %1$s where %1$s.meetingId = %2$s.id".formatted(reporting, alias),
        reporting);
    where.text(
        search(),
        term ->
            List.of(
                where.matches(alias, term),
                where.matchesLinked(
                    alias + ".id", "MeetingTopic l", "l.meetingId", "l.topicId", Topic.class, term),
                where.matchesLinked(
                    alias + ".id", "Meeting l", "l.id", "l.eventId", Event.class, term),
                where.matchesLinked(
                    alias + ".id",
                    "Participation l",
                    "l.meetingId",
                    "l.participantId",
                    Participant.class,
                    term),
                where.matchesLinked(alias + ".id", "Statement t", "t.meetingId", "t", term)));
    where.time(alias + ".createdAt", createdAt);
    where.time(alias + ".updatedAt", updatedAt);
  }
}
