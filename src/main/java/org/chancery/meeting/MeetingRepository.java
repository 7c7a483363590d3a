package org.chancery.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.event.Event;
import org.chancery.graphql.counting.CountFetcher.CountPage;
import org.chancery.graphql.counting.CountFetcher.CountQuery;
import org.chancery.graphql.counting.Counts;
import org.chancery.graphql.counting.Counts.Grouping;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.record.Links;
import org.chancery.record.RecordRepository;
import org.chancery.topic.Topic;

/** The meetings of the record. */
@ApplicationScoped
public class MeetingRepository implements RecordRepository<Meeting>, NodeSource {

  static final KeysetOrder<Meeting> NEWEST_FIRST =
      KeysetOrder.by(
          List.of(
              Column.<Meeting>byPlace("e.date.order", Meeting::order).reversed(),
              Column.byId("e.id", Meeting::uuid)));

  static final ConnectionSource<Meeting> ALL =
      ConnectionSource.all("Query.meetings", Meeting.class, NEWEST_FIRST);

  static final ConnectionSource<Meeting> OF_EVENT =
      ALL.ownedBy("Event.meetings", "Meeting e", "e.eventId");

  static final ConnectionSource<Meeting> OF_TOPIC =
      ALL.ownedBy(
          "Topic.meetings", "MeetingTopic l join Meeting e on e.id = l.meetingId", "l.topicId");

  private static final ConnectionSource.Links PARTICIPATIONS =
      ConnectionSource.Links.repeating(
          "Participation p",
          "p.meetingId",
          Map.of("e.date.order", "p.meetingOrder", "e.id", "p.meetingId"));

  static final ConnectionSource<Meeting> OF_PARTY =
      ALL.ownedByLinks("Party.meetings", PARTICIPATIONS, "p.partyId");

  static final ConnectionSource<Meeting> OF_PARTICIPANT =
      ALL.ownedByLinks("Participant.meetings", PARTICIPATIONS, "p.participantId");

  private static final String WITH_PARTICIPATIONS =
      "left join Participation l on l.meetingId = e.id";

  @Override
  public Class<Meeting> entityClass() {
    return Meeting.class;
  }

  @Override
  public String nodeType() {
    return Meeting.NODE_TYPE;
  }

  @Override
  public Map<UUID, Meeting> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }

  CountPage counts(CountQuery<MeetingDimension> query) {
    return switch (query.by()) {
      case YEAR -> Counts.named(getSession(), Grouping.byYear("Meeting e", "e.date"), query);
      case MONTH -> Counts.named(getSession(), Grouping.byMonth("Meeting e", "e.date"), query);
      case FORMAT -> Counts.named(getSession(), Grouping.by("Meeting e", "e.format"), query);
      case STATUS -> Counts.named(getSession(), Grouping.by("Meeting e", "e.status"), query);
      case PARTY ->
          linked(
              Grouping.byManyLinks("Meeting", WITH_PARTICIPATIONS, "l.partyId"),
              query,
              Party.class,
              "name");
      case PARTICIPANT ->
          linked(
              Grouping.byManyLinks("Meeting", WITH_PARTICIPATIONS, "l.participantId"),
              query,
              Participant.class,
              "name");
      case TOPIC ->
          linked(
              Grouping.by("Meeting e left join MeetingTopic l on l.meetingId = e.id", "l.topicId"),
              query,
              Topic.class,
              "name");
      case EVENT -> linked(Grouping.by("Meeting e", "e.eventId"), query, Event.class, "title");
    };
  }

  private CountPage linked(Grouping grouping, CountQuery<?> query, Class<?> entity, String label) {
    return Counts.linked(getSession(), grouping, query, Map.of(entity, label));
  }

  Map<UUID, List<Topic>> topicsOf(Collection<UUID> meetings) {
    return Links.follow(
        getEntityManager(),
        "select l.meetingId, t from MeetingTopic l join Topic t on t.id = l.topicId"
            + " where one_of(:owners, l.meetingId) order by l.position",
        Topic.class,
        meetings);
  }
}
