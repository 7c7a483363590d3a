package org.chancery.statement;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
import org.chancery.event.Event;
import org.chancery.graphql.counting.CountFetcher.CountPage;
import org.chancery.graphql.counting.CountFetcher.CountQuery;
import org.chancery.graphql.counting.Counts;
import org.chancery.graphql.counting.Counts.Grouping;
import org.chancery.graphql.node.NodeSource;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.record.Links;
import org.chancery.record.RecordRepository;
import org.chancery.topic.Topic;
import org.jspecify.annotations.Nullable;

/** The statements of the record. */
@ApplicationScoped
public class StatementRepository implements RecordRepository<Statement>, NodeSource {

  static final ConnectionSource<Statement> ALL =
      ConnectionSource.all(
          "Query.statements",
          Statement.class,
          KeysetOrder.by(
              List.of(
                  Column.<Statement>byPlace("e.meetingOrder", Statement::meetingOrder).reversed(),
                  Column.byId("e.meetingId", Statement::meetingId),
                  Column.byNumber("e.sequence", Statement::sequence))));

  static final ConnectionSource<Statement> OF_MEETING =
      ALL.orderedBy(KeysetOrder.by(List.of(Column.byNumber("e.sequence", Statement::sequence))))
          .ownedBy("Meeting.statements", "Statement e", "e.meetingId");

  static final ConnectionSource<Statement> OF_ACCOUNT =
      ALL.orderedBy(KeysetOrder.by(List.of(Column.byNumber("e.position", Statement::getPosition))))
          .ownedBy("Account.statements", "Statement e", "e.accountId");

  static final ConnectionSource<Statement> OF_TOPIC =
      ALL.ownedBy(
          "Topic.statements",
          "StatementTopic l join Statement e on e.id = l.statementId",
          "l.topicId");

  private static final ConnectionSource.Links SPEAKERS =
      ConnectionSource.Links.unique(
          "StatementSpeaker p",
          "p.statementId",
          Map.of(
              "e.meetingOrder", "p.meetingOrder",
              "e.meetingId", "p.meetingId",
              "e.sequence", "p.sequence"));

  static final ConnectionSource<Statement> OF_PARTY =
      ALL.ownedByLinks("Party.statements", SPEAKERS, "p.speaker.partyId");

  static final ConnectionSource<Statement> OF_PARTICIPANT =
      ALL.ownedByLinks("Participant.statements", SPEAKERS, "p.speaker.participantId");

  private static final String WITH_MEETING = "Statement e join Meeting y on y.id = e.meetingId";
  private static final String WITH_SPEAKERS =
      "Statement e join StatementSpeaker s on s.statementId = e.id";
  private static final String NAME = "name";

  @Override
  public Class<Statement> entityClass() {
    return Statement.class;
  }

  @Override
  public String nodeType() {
    return Statement.NODE_TYPE;
  }

  @Override
  public Map<UUID, Statement> nodesById(Collection<UUID> ids) {
    return mapByIds(ids);
  }

  CountPage counts(CountQuery<StatementDimension> query) {
    return switch (query.by()) {
      case ACT -> named(Grouping.by("Statement e", "e.act"), query);
      case MODE -> named(Grouping.by("Statement e", "e.mode"), query);
      case ACCOUNT_KIND ->
          named(Grouping.by("Statement e join Account a on a.id = e.accountId", "a.kind"), query);
      case YEAR -> named(Grouping.byYear(WITH_MEETING, "y.date"), query);
      case MONTH -> named(Grouping.byMonth(WITH_MEETING, "y.date"), query);
      case EVENT ->
          linked(Grouping.by(WITH_MEETING, "y.eventId"), query, Map.of(Event.class, "title"));
      case SPEAKER ->
          linked(
              Grouping.by(WITH_SPEAKERS, "coalesce(s.speaker.participantId, s.speaker.partyId)"),
              query,
              Map.of(Participant.class, NAME, Party.class, NAME));
      case PARTY ->
          linked(
              Grouping.byLinks(
                  WITH_SPEAKERS
                      + " left join Participation l on l.meetingId = e.meetingId"
                      + " and l.participantId = s.speaker.participantId",
                  "coalesce(s.speaker.partyId, l.partyId)"),
              query,
              Map.of(Party.class, NAME));
      case TOPIC ->
          linked(
              Grouping.by(
                  "Statement e left join StatementTopic l on l.statementId = e.id", "l.topicId"),
              query,
              Map.of(Topic.class, NAME));
    };
  }

  private CountPage named(Grouping grouping, CountQuery<?> query) {
    return Counts.named(getSession(), grouping, query);
  }

  private CountPage linked(Grouping grouping, CountQuery<?> query, Map<Class<?>, String> labels) {
    return Counts.linked(getSession(), grouping, query, labels);
  }

  Map<UUID, List<Topic>> topicsOf(Collection<UUID> statements) {
    return Links.follow(
        getEntityManager(),
        "select l.statementId, t from StatementTopic l join Topic t on t.id = l.topicId"
            + " where one_of(:owners, l.statementId) order by l.position",
        Topic.class,
        statements);
  }

  Map<UUID, List<SpeakerLink>> speakersOf(Collection<UUID> statements) {
    return speakersIn("StatementSpeaker", statements);
  }

  Map<UUID, List<SpeakerLink>> addresseesOf(Collection<UUID> statements) {
    return speakersIn("Addressee", statements);
  }

  /** Read as ids: an entity for each link would cost several times as much. */
  private Map<UUID, List<SpeakerLink>> speakersIn(String links, Collection<UUID> statements) {
    return Links.follow(
        getEntityManager(),
        "select l.statementId, l.speaker.participantId, l.speaker.partyId from %s l where one_of(:owners, l.statementId) order by l.position"
            .formatted(links),
        row -> new SpeakerLink((UUID) row[1], (UUID) row[2]),
        statements);
  }

  Map<UUID, List<Quotation>> quotationsOf(Collection<UUID> statements) {
    return Links.follow(
        getEntityManager(),
        "select s.id, s.text, q from Quotation q join Statement s on s.id = q.statementId"
            + " where one_of(:owners, q.statementId) order by q.start",
        row -> ((Quotation) row[2]).withWordsOf((String) row[1]),
        statements);
  }

  Map<UUID, List<Statement>> reportedIn(Collection<UUID> statements) {
    return Links.follow(
        getEntityManager(),
        "select s.reportedInId, s from Statement s where one_of(:owners, s.reportedInId) order by s.position",
        Statement.class,
        statements);
  }

  Map<UUID, Statement> before(Collection<UUID> statements) {
    return beside(statements, "b.position = s.position - 1");
  }

  Map<UUID, Statement> after(Collection<UUID> statements) {
    return beside(statements, "b.position = s.position + 1");
  }

  private Map<UUID, Statement> beside(Collection<UUID> statements, String place) {
    Map<UUID, Statement> found = new HashMap<>();
    Links.follow(
            getEntityManager(),
            "select s.id, b from Statement s join Statement b on b.accountId = s.accountId and "
                + place
                + " where one_of(:owners, s.id)",
            Statement.class,
            statements)
        .forEach((statement, beside) -> found.put(statement, beside.get(0)));
    return found;
  }

  /** Where all that is reported of these meetings stands, account by account, in their order. */
  public Map<UUID, List<StatementPlace>> placesOfMeetings(Collection<UUID> meetings) {
    return Links.follow(
        getEntityManager(),
        "select s.meetingId, s.id, s.accountId from Statement s where one_of(:owners, s.meetingId)"
            + " order by s.sequence",
        row -> new StatementPlace((UUID) row[1], (UUID) row[2]),
        meetings);
  }

  /** Which statements of these meetings corroborate or contradict each other. */
  public Map<UUID, List<StatementPair>> pairsOfMeetings(Collection<UUID> meetings) {
    return Links.follow(
        getEntityManager(),
        "select p.meetingId, p from StatementPair p where one_of(:owners, p.meetingId) order by p.id",
        StatementPair.class,
        meetings);
  }

  Map<UUID, List<StatementLink>> linksOf(Collection<UUID> statements) {
    List<StatementPair> pairs =
        getEntityManager()
            .createQuery(
                "from StatementPair p where one_of(:statements, p.oneId) or one_of(:statements, p.otherId)",
                StatementPair.class)
            .setParameter("statements", ArrayParameters.ids(statements))
            .getResultList();
    Map<UUID, Statement> ends =
        mapByIds(pairs.stream().flatMap(pair -> pair.ends().stream()).distinct().toList());
    Map<UUID, List<StatementLink>> found = new HashMap<>();
    for (StatementPair pair : pairs) {
      for (UUID end : pair.ends()) {
        Statement across = Objects.requireNonNull(ends.get(pair.across(end)));
        found
            .computeIfAbsent(end, any -> new ArrayList<>())
            .add(new StatementLink(pair.kind(), across));
      }
    }
    found.values().forEach(links -> links.sort(comparing(link -> link.statement().sequence())));
    return found;
  }

  /**
   * For each of these statements the chain that leads to it: the statement that nothing reports,
   * the one that it reports, and so on to the statement itself.
   */
  Map<UUID, List<Statement>> chainsOf(Collection<UUID> statements) {
    Map<UUID, Statement> known = new HashMap<>(mapByIds(statements));
    Set<UUID> accounts =
        known.values().stream()
            .filter(statement -> statement.reportedInId() != null)
            .map(Statement::accountId)
            .collect(Collectors.toSet());
    if (!accounts.isEmpty()) {
      getSession()
          .createSelectionQuery(
              "from Statement s where one_of(:accounts, s.accountId) and exists"
                  + " (select 1 from Statement r where r.reportedInId = s.id)",
              Statement.class)
          .setParameter("accounts", ArrayParameters.ids(accounts))
          .getResultList()
          .forEach(reporting -> known.put(reporting.uuid(), reporting));
    }
    Map<UUID, List<Statement>> chains = new HashMap<>();
    for (UUID id : statements) {
      List<Statement> chain = new ArrayList<>();
      for (Statement at = known.get(id); at != null; at = reporting(at, known)) {
        chain.add(at);
      }
      Collections.reverse(chain);
      chains.put(id, chain);
    }
    return chains;
  }

  private static @Nullable Statement reporting(Statement statement, Map<UUID, Statement> known) {
    UUID id = statement.reportedInId();
    return id == null ? null : known.get(id);
  }

  /**
   * Who speaks in each of these accounts; those of which the record has no statement are missing.
   */
  Map<UUID, Set<SpeakerLink>> speakingIn(Collection<UUID> accounts) {
    Map<UUID, Set<SpeakerLink>> found = new LinkedHashMap<>();
    getEntityManager()
        .createQuery(
            "select distinct s.accountId, l.speaker.participantId, l.speaker.partyId from Statement s"
                + " left join StatementSpeaker l on l.statementId = s.id where one_of(:accounts, s.accountId)",
            Object[].class)
        .setParameter("accounts", ArrayParameters.ids(accounts))
        .getResultList()
        .forEach(
            row -> {
              Set<SpeakerLink> speaking =
                  found.computeIfAbsent((UUID) row[0], any -> new LinkedHashSet<>());
              if (row[1] != null || row[2] != null) {
                speaking.add(new SpeakerLink((UUID) row[1], (UUID) row[2]));
              }
            });
    return found;
  }
}
