package org.chancery.participant;

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

/** The participants of the record. */
@ApplicationScoped
public class ParticipantRepository implements RecordedRepository<Participant>, NodeSource {

  static final Listing<Participant> ALL =
      Listing.all(
          "Query.participants",
          Participant.class,
          Order.by(List.of(Column.byText("e.key", Participant::getKey))));

  static final Listing<Participant> OF_PARTY =
      ALL.ownedBy("Party.participants", "Participant e", "e.partyId");

  @Override
  public Class<Participant> entityClass() {
    return Participant.class;
  }

  @Override
  public String nodeType() {
    return Participant.NODE_TYPE;
  }

  @Override
  public Map<UUID, Participant> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }
}
