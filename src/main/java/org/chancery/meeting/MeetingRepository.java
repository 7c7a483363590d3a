package org.chancery.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.Listing;
import org.chancery.graphql.paging.Order;
import org.chancery.graphql.paging.Order.Column;
import org.chancery.record.Links;
import org.chancery.record.RecordedRepository;
import org.chancery.topic.Topic;

/** The meetings of the record. */
@ApplicationScoped
public class MeetingRepository implements RecordedRepository<Meeting>, NodeSource {

  static final Listing<Meeting> ALL =
      Listing.all(
          "Query.meetings",
          Meeting.class,
          Order.by(
              List.of(
                  Column.newestFirst("date.sortDay", meeting -> meeting.getDate().sortDay()),
                  Column.byId("id", Meeting::uuid))));

  static final Listing<Meeting> OF_EVENT = ALL.ownedBy("Event.meetings", "Meeting e", "e.eventId");

  static final Listing<Meeting> OF_TOPIC =
      ALL.ownedBy(
          "Topic.meetings", "MeetingTopic l join Meeting e on e.id = l.meetingId", "l.topicId");

  static final Listing<Meeting> OF_PARTY =
      ALL.ownedBy(
          "Party.meetings", "Participation p join Meeting e on e.id = p.meetingId", "p.partyId");

  static final Listing<Meeting> OF_PARTICIPANT =
      ALL.ownedBy(
          "Participant.meetings",
          "Participation p join Meeting e on e.id = p.meetingId",
          "p.participantId");

  @Override
  public String nodeType() {
    return Meeting.NODE_TYPE;
  }

  @Override
  public Map<UUID, Meeting> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }

  Map<UUID, List<Topic>> topicsOf(Collection<UUID> meetings) {
    return Links.follow(
        getEntityManager(),
        "select l.meetingId, t from MeetingTopic l join Topic t on t.id = l.topicId"
            + " where l.meetingId in :owners order by l.position",
        Topic.class,
        meetings);
  }
}
