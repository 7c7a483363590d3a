package org.chancery.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.record.RecordRepository;

/** The participants of the record. */
@ApplicationScoped
public class ParticipantRepository implements RecordRepository<Participant>, NodeSource {

  static final ConnectionSource<Participant> ALL =
      ConnectionSource.all(
          "Query.participants",
          Participant.class,
          KeysetOrder.by(List.of(Column.byText("e.key", Participant::getKey))));

  static final ConnectionSource<Participant> OF_PARTY =
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
    return mapKeptByIds(ids);
  }
}
