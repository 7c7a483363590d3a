package org.chancery.participant;

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

  /** Each with the parties that the filter finds them by. */
  private static final String WITH_PARTIES =
      "Participant e left join (select r.id as participant, r.partyId as party from Participant r where r.partyId is not null"
          + " union select p.participantId as participant, p.partyId as party from Participation p) l"
          + " on l.participant = e.id";

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

  CountPage counts(CountQuery<ParticipantDimension> query) {
    return switch (query.by()) {
      case PARTY ->
          Counts.linked(
              getSession(),
              Grouping.by(WITH_PARTIES, "l.party"),
              query,
              Map.of(Party.class, "name"));
    };
  }
}
