package org.chancery.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
import org.chancery.graphql.filter.Condition;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.Keyset;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PageArguments;
import org.chancery.meeting.Encounter.Pair;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

/** Who met whom: took part in the same meetings that were held, neither of them absent. */
@ApplicationScoped
class Encounters {

  /** The people most often met first. */
  static final ConnectionSource<Encounter> OF_PARTICIPANT =
      ConnectionSource.derived(
          "Participant.encounters",
          Encounter.class,
          KeysetOrder.by(
              List.of(
                  Column.<Encounter>byNumber("e.meetings", Encounter::count).reversed(),
                  Column.byId("e.met", Encounter::met))));

  /** Newest first, as all lists of meetings. */
  static final ConnectionSource<Meeting> MEETINGS =
      ConnectionSource.derived("Encounter.meetings", Meeting.class, MeetingRepository.NEWEST_FIRST);

  /** Somebody, those who were there with them, and the meeting, with the alias {@code e}. */
  private static final String MET =
      """
      Participation p
      join Participation o on o.meetingId = p.meetingId and o.participantId <> p.participantId
      join Meeting e on e.id = p.meetingId
      where e.status = HELD
        and (p.attendance is null or p.attendance <> ABSENT)
        and (o.attendance is null or o.attendance <> ABSENT)
        and one_of(:participants, p.participantId)
      """;

  private final Session session;

  Encounters(Session session) {
    this.session = session;
  }

  Map<UUID, Page<Encounter>> pages(
      Collection<UUID> participants, Filter filter, PageArguments request) {
    Keyset keyset = OF_PARTICIPANT.keyset(request);
    Condition condition = PredicateBuilder.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                """
                select r.one, r.met, r.meetings from (
                  select e.one as one, e.met as met, e.meetings as meetings,
                    row_number() over (partition by e.one order by %1$s) as place
                  from (
                    select p.participantId as one, o.participantId as met, count(distinct e.id) as meetings
                    from %2$s and %3$s
                    group by p.participantId, o.participantId) e
                  where %4$s) r
                where r.place <= :places
                order by r.one, r.place
                """
                    .formatted(
                        OF_PARTICIPANT.orderBy(request.backward()),
                        MET,
                        condition.hql(),
                        keyset.condition()),
                Object[].class)
            .setParameter("participants", ArrayParameters.ids(participants))
            .setParameter("places", (long) request.size() + 1);
    condition.setIn(query);
    Condition.setAll(query, keyset.parameters());
    Map<UUID, List<Encounter>> found = new HashMap<>();
    for (Object[] row : query.getResultList()) {
      Pair pair = new Pair((UUID) row[0], (UUID) row[1]);
      found
          .computeIfAbsent(pair.participant(), any -> new ArrayList<>())
          .add(new Encounter(pair, filter, Math.toIntExact((Long) row[2])));
    }
    return participants.stream()
        .collect(
            Collectors.toMap(
                one -> one,
                one ->
                    OF_PARTICIPANT.page(one, filter, found.getOrDefault(one, List.of()), request)));
  }

  /** How many people each of these met. */
  Map<UUID, Integer> totals(Collection<UUID> participants, Filter filter) {
    Condition condition = PredicateBuilder.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select p.participantId, count(distinct o.participantId) from %s and %s group by p.participantId"
                    .formatted(MET, condition.hql()),
                Object[].class)
            .setParameter("participants", ArrayParameters.ids(participants));
    condition.setIn(query);
    Map<UUID, Integer> totals = new HashMap<>();
    query.getResultList().forEach(row -> totals.put((UUID) row[0], Math.toIntExact((Long) row[1])));
    return totals;
  }

  /** The first or the last meeting of two people. */
  Map<Pair, Meeting> ends(Collection<Pair> pairs, MeetingEnd end) {
    Map<Pair, Meeting> found = new HashMap<>();
    // What has no known date is the first or the last only where all are so.
    String order =
        end.last() ? "e.date.order desc, e.id" : "nullif(e.date.order, 0) nulls last, e.id desc";
    meetings(pairs, end.filter(), order, new Keyset("1 = 1", Map.of()), 1)
        .forEach((pair, meetings) -> found.put(pair, meetings.get(0)));
    return found;
  }

  /**
   * Which meeting of two people.
   *
   * @param last whether it is the last, and not the first
   */
  record MeetingEnd(Filter filter, boolean last) {}

  /** Pages of the meetings in which two people met. */
  Map<Pair, Page<Meeting>> meetings(Collection<Pair> pairs, Filter filter, PageArguments request) {
    Keyset keyset = MEETINGS.keyset(request);
    Map<Pair, List<Meeting>> found =
        meetings(pairs, filter, MEETINGS.orderBy(request.backward()), keyset, request.size() + 1);
    return pairs.stream()
        .collect(
            Collectors.toMap(
                pair -> pair,
                pair ->
                    MEETINGS.page(
                        pair.participant(), filter, found.getOrDefault(pair, List.of()), request)));
  }

  private Map<Pair, List<Meeting>> meetings(
      Collection<Pair> pairs, Filter filter, String order, Keyset keyset, int most) {
    Condition condition = PredicateBuilder.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                """
                select r.one, r.met, m from (
                  select distinct p.participantId as one, o.participantId as met, e.id as id,
                    dense_rank() over (partition by p.participantId, o.participantId
                      order by %1$s) as place
                  from %2$s and one_of(:met, o.participantId) and %3$s and %4$s) r
                join Meeting m on m.id = r.id
                where r.place <= :places
                order by r.place
                """
                    .formatted(order, MET, condition.hql(), keyset.condition()),
                Object[].class)
            .setParameter(
                "participants",
                ArrayParameters.ids(pairs.stream().map(Pair::participant).distinct().toList()))
            .setParameter(
                "met", ArrayParameters.ids(pairs.stream().map(Pair::met).distinct().toList()))
            .setParameter("places", (long) most);
    condition.setIn(query);
    Condition.setAll(query, keyset.parameters());
    Map<Pair, List<Meeting>> found = new HashMap<>();
    for (Object[] row : query.getResultList()) {
      found
          .computeIfAbsent(new Pair((UUID) row[0], (UUID) row[1]), any -> new ArrayList<>())
          .add((Meeting) row[2]);
    }
    return found;
  }
}
