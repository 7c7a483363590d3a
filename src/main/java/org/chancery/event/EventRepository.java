package org.chancery.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.graphql.counting.CountFetcher.CountPage;
import org.chancery.graphql.counting.CountFetcher.CountQuery;
import org.chancery.graphql.counting.Counts;
import org.chancery.graphql.counting.Counts.Grouping;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.party.Party;
import org.chancery.record.Links;
import org.chancery.record.RecordRepository;
import org.chancery.topic.Topic;

/** The events of the record. */
@ApplicationScoped
public class EventRepository implements RecordRepository<Event>, NodeSource {

  static final ConnectionSource<Event> ALL =
      ConnectionSource.all(
          "Query.events",
          Event.class,
          KeysetOrder.by(
              List.of(
                  Column.<Event>byPlace("e.date.order", Event::order).reversed(),
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
    return mapKeptByIds(ids);
  }

  CountPage counts(CountQuery<EventDimension> query) {
    return switch (query.by()) {
      case YEAR -> Counts.named(getSession(), Grouping.byYear("Event e", "e.date"), query);
      case TOPIC ->
          linked(
              Grouping.by("Event e left join EventTopic l on l.eventId = e.id", "l.topicId"),
              query,
              Topic.class);
      case HOST -> linked(Grouping.by("Event e", "e.hostId"), query, Party.class);
    };
  }

  private CountPage linked(Grouping grouping, CountQuery<?> query, Class<?> entity) {
    return Counts.linked(getSession(), grouping, query, Map.of(entity, "name"));
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
