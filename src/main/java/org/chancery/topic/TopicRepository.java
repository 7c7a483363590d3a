package org.chancery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.Listing;
import org.chancery.graphql.paging.Order;
import org.chancery.graphql.paging.Order.Column;
import org.chancery.record.RecordedRepository;

/** The topics of the record. */
@ApplicationScoped
public class TopicRepository implements RecordedRepository<Topic>, NodeSource {

  static final Listing<Topic> ALL =
      Listing.all(
          "Query.topics", Topic.class, Order.by(List.of(Column.byText("e.key", Topic::getKey))));

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
    return mapByIds(ids);
  }
}
