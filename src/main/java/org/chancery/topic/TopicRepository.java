package org.chancery.topic;

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
import org.chancery.record.RecordRepository;

/** The topics of the record. */
@ApplicationScoped
public class TopicRepository implements RecordRepository<Topic>, NodeSource {

  static final ConnectionSource<Topic> ALL =
      ConnectionSource.all(
          "Query.topics",
          Topic.class,
          KeysetOrder.by(List.of(Column.byText("e.key", Topic::getKey))));

  /**
   * Each with the parties that the filter finds it by. A meeting of which the record names nobody
   * says nothing of them: that none is known is counted where no other meeting names any.
   */
  private static final String WITH_PARTIES =
      "left join MeetingTopic l on l.topicId = e.id"
          + " and exists (select 1 from Participation n where n.meetingId = l.meetingId)"
          + " left join Participation p on p.meetingId = l.meetingId";

  @Override
  public Class<Topic> entityClass() {
    return Topic.class;
  }

  @Override
  public String nodeType() {
    return Topic.NODE_TYPE;
  }

  @Override
  public Map<UUID, Topic> nodesById(Collection<UUID> ids) {
    return mapKeptByIds(ids);
  }

  CountPage counts(CountQuery<TopicDimension> query) {
    return switch (query.by()) {
      case PARTY ->
          Counts.linked(
              getSession(),
              Grouping.byManyLinks("Topic", WITH_PARTIES, "p.partyId"),
              query,
              Map.of(Party.class, "name"));
    };
  }
}
