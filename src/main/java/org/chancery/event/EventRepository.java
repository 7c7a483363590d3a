package org.chancery.event;

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

/** The events of the record. */
@ApplicationScoped
public class EventRepository implements RecordedRepository<Event>, NodeSource {

  static final Listing<Event> ALL =
      Listing.all(
          "Query.events",
          Event.class,
          Order.by(
              List.of(
                  Column.<Event>byDay("e.date.sortDay", Event::sortDay).reversed(),
                  Column.byId("e.id", Event::uuid))));

  @Override
  public Class<Event> entityClass() {
    return Event.class;
  }

  @Override
  public String nodeType() {
    return Event.NODE_TYPE;
  }

  @Override
  public Map<UUID, Event> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }

  Map<UUID, List<Topic>> topicsOf(Collection<UUID> events) {
    return Links.follow(
        getEntityManager(),
        "select l.eventId, t from EventTopic l join Topic t on t.id = l.topicId"
            + " where one_of(:owners, l.eventId) order by l.position",
        Topic.class,
        events);
  }
}
