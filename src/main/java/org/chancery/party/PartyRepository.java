package org.chancery.party;

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
import org.chancery.record.RecordRepository;

/** The parties of the record. */
@ApplicationScoped
public class PartyRepository implements RecordRepository<Party>, NodeSource {

  static final ConnectionSource<Party> ALL =
      ConnectionSource.all(
          "Query.parties",
          Party.class,
          KeysetOrder.by(List.of(Column.byText("e.key", Party::getKey))));

  @Override
  public Class<Party> entityClass() {
    return Party.class;
  }

  @Override
  public String nodeType() {
    return Party.NODE_TYPE;
  }

  @Override
  public Map<UUID, Party> nodesById(Collection<UUID> ids) {
    return mapKeptByIds(ids);
  }

  CountPage counts(CountQuery<PartyDimension> query) {
    return switch (query.by()) {
      case KIND -> Counts.named(getSession(), Grouping.by("Party e", "e.kind"), query);
    };
  }
}
