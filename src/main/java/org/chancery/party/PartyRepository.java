package org.chancery.party;

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

/** The parties of the record. */
@ApplicationScoped
public class PartyRepository implements RecordedRepository<Party>, NodeSource {

  static final Listing<Party> ALL =
      Listing.all(
          "Query.parties", Party.class, Order.by(List.of(Column.byText("e.key", Party::getKey))));

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
    return mapByIds(ids);
  }
}
