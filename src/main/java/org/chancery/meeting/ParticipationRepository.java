package org.chancery.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
import org.chancery.database.PastSchema;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.record.Links;

/** Who took part in the meetings of the record. */
@ApplicationScoped
public class ParticipationRepository
    implements PanacheRepositoryBase<Participation, UUID>, NodeSource {

  @Override
  public String nodeType() {
    return Participation.NODE_TYPE;
  }

  @Override
  public Map<UUID, Participation> nodesById(Collection<UUID> ids) {
    return getSession()
        .createSelectionQuery("from Participation p where one_of(:ids, p.id)", Participation.class)
        .setParameter("ids", ArrayParameters.ids(ids))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Participation::uuid, Function.identity()));
  }

  static final ConnectionSource<Participation> OF_PARTICIPANT =
      ConnectionSource.all(
              "Query.participations",
              Participation.class,
              KeysetOrder.by(
                  List.of(
                      Column.<Participation>byPlace("e.meetingOrder", Participation::meetingOrder)
                          .reversed(),
                      Column.byId("e.id", Participation::uuid))))
          .ownedBy("Participant.participations", "Participation e", "e.participantId");

  /** Everyone's participations in these meetings, in the order in which the record names them. */
  public Map<UUID, List<Participation>> ofMeetings(Collection<UUID> meetings) {
    return ofMeetings(meetings, With.NOTHING);
  }

  /**
   * What is read together with participations, so that it is known already where it is asked for.
   */
  record With(boolean participants, boolean parties) {

    private static final With NOTHING = new With(false, false);
  }

  /** The same, read together with what they lead to. */
  Map<UUID, List<Participation>> ofMeetings(Collection<UUID> meetings, With asked) {
    // Of the past H2 reads all of a table that is joined.
    With with = PastSchema.isEntered() ? With.NOTHING : asked;
    return Links.follow(
        getEntityManager(),
        "select p.meetingId, p"
            + (with.participants() ? ", who" : "")
            + (with.parties() ? ", side" : "")
            + " from Participation p"
            + (with.participants() ? " join Participant who on who.id = p.participantId" : "")
            + (with.parties() ? " join Party side on side.id = p.partyId" : "")
            + " where one_of(:owners, p.meetingId) order by p.position",
        Participation.class,
        meetings);
  }

  Map<UUID, List<Participation>> ofMeetingsForParty(Collection<UUID> meetings, UUID party) {
    return getSession()
        .createSelectionQuery(
            "from Participation p where one_of(:meetings, p.meetingId) and p.partyId = :party"
                + " order by p.position",
            Participation.class)
        .setParameter("meetings", ArrayParameters.ids(meetings))
        .setParameter("party", party)
        .getResultList()
        .stream()
        .collect(Collectors.groupingBy(Participation::meetingId));
  }
}
