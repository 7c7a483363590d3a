package org.chancery.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.chancery.database.ArrayParameters;
import org.chancery.record.Names;
import org.chancery.record.OtherName;
import org.chancery.record.RecordDate;
import org.chancery.statement.Quotation;
import org.jspecify.annotations.Nullable;

/**
 * Reads things of the record as the lines of a document. The number of its SQL statements does not
 * grow with the things.
 */
final class LineReader {

  private static final String SPEAKERS =
      "select l.statementId, p.key, y.key from %s l join Statement s on s.id = l.statementId"
          + " left join Participant p on p.id = l.speaker.participantId"
          + " left join Party y on y.id = l.speaker.partyId"
          + " where one_of(:ids, s.meetingId) order by l.statementId, l.position";

  private final EntityManager entities;
  private final CanonicalForm form;

  LineReader(EntityManager entities, CanonicalForm form) {
    this.entities = entities;
    this.form = form;
  }

  /** The lines of these things in canonical form, by id; ids that nothing has are left out. */
  Map<UUID, ObjectNode> read(RecordType type, Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines =
        switch (type) {
          case PARTY -> parties(ids);
          case TOPIC -> topics(ids);
          case PARTICIPANT -> participants(ids);
          case EVENT -> events(ids);
          case MEETING -> meetings(ids);
          case ACCOUNT, STATEMENT ->
              throw new IllegalArgumentException("A meeting's line carries these.");
        };
    lines.replaceAll((id, line) -> form.of(line.put("type", type.word())));
    return lines;
  }

  private Map<UUID, ObjectNode> parties(Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines = new LinkedHashMap<>();
    each(
        "select e.id, e.key, e.sameAs, e.name, e.others, e.languages, e.kind, e.country from Party e where one_of(:ids, e.id)",
        ids,
        row -> row.thing(lines).names().text("kind").text("country"));
    return lines;
  }

  private Map<UUID, ObjectNode> topics(Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines = new LinkedHashMap<>();
    each(
        "select e.id, e.key, e.sameAs, e.name, e.others, e.languages from Topic e where one_of(:ids, e.id)",
        ids,
        row -> row.thing(lines).names());
    return lines;
  }

  private Map<UUID, ObjectNode> participants(Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines = new LinkedHashMap<>();
    each(
        "select e.id, e.key, e.sameAs, e.name, e.others, e.languages, e.sortName, p.key from Participant e"
            + " left join Party p on p.id = e.partyId where one_of(:ids, e.id)",
        ids,
        row -> row.thing(lines).names().text("sortName").text("party"));
    return lines;
  }

  private Map<UUID, ObjectNode> events(Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines = new LinkedHashMap<>();
    each(
        "select e.id, e.key, e.sameAs, e.title, e.date, e.place, p.key from Event e"
            + " left join Party p on p.id = e.hostId where one_of(:ids, e.id)",
        ids,
        row -> row.thing(lines).text("title").text("date").text("place").text("host"));
    topicsOf("EventTopic l", "l.eventId", "l.eventId", ids, lines);
    return lines;
  }

  private Map<UUID, ObjectNode> meetings(Collection<UUID> ids) {
    Map<UUID, ObjectNode> lines = new LinkedHashMap<>();
    Map<UUID, ObjectNode> accounts = new LinkedHashMap<>();
    Map<UUID, ObjectNode> statements = new LinkedHashMap<>();
    each(
        "select e.id, e.key, e.sameAs, e.title, e.date, e.status, e.format, e.place, e.initiative, p.key, v.key"
            + " from Meeting e left join Party p on p.id = e.initiatorId left join Event v on v.id = e.eventId"
            + " where one_of(:ids, e.id)",
        ids,
        row ->
            row.thing(lines)
                .text("title")
                .text("date")
                .text("status")
                .text("format")
                .text("place")
                .text("initiative")
                .text("initiator")
                .text("event"));
    topicsOf("MeetingTopic l", "l.meetingId", "l.meetingId", ids, lines);
    each(
        "select e.meetingId, e.id, p.key, y.key, b.key, e.offices, e.role, e.attendance, e.joinedFrom"
            + " from Participation e join Participant p on p.id = e.participantId join Party y on y.id = e.partyId"
            + " left join Party b on b.id = e.onBehalfOfId where one_of(:ids, e.meetingId)"
            + " order by e.meetingId, e.position",
        ids,
        row ->
            row.carriedBy(lines, "participations")
                .text("id")
                .text("participant")
                .text("party")
                .text("onBehalfOf")
                .texts("offices")
                .text("role")
                .text("attendance")
                .text("joinedFrom"));
    each(
        "select e.meetingId, e.id, e.key, e.sameAs, e.kind, e.publisher, p.key, e.title, e.sourceUrl, e.dateline, e.language,"
            + " e.publishedOn, e.licence, e.text from Account e left join Party p on p.id = e.sideId"
            + " where one_of(:ids, e.meetingId) order by e.meetingId, e.position",
        ids,
        row ->
            row.carriedBy(lines, "accounts")
                .thing(accounts)
                .text("kind")
                .text("publisher")
                .text("side")
                .text("title")
                .text("url")
                .text("dateline")
                .text("language")
                .text("publishedOn")
                .text("licence")
                .text("text"));
    each(
        "select e.accountId, e.id, e.key, e.sameAs, e.source, e.cue, e.act, e.mode, e.text, r.key, e.anchorStart, e.anchorEnd"
            + " from Statement e left join Statement r on r.id = e.reportedInId"
            + " where one_of(:ids, e.meetingId) order by e.meetingId, e.sequence",
        ids,
        row ->
            row.carriedBy(accounts, "statements")
                .thing(statements)
                .text("source")
                .text("cue")
                .text("act")
                .text("mode")
                .text("text")
                .text("reportedIn")
                .anchor(accounts));
    each(
        SPEAKERS.formatted("StatementSpeaker"),
        ids,
        row -> row.carriedBy(statements, "speakers").text("participant").text("party"));
    each(
        SPEAKERS.formatted("Addressee"),
        ids,
        row -> row.carriedBy(statements, "addressees").text("participant").text("party"));
    topicsOf(
        "StatementTopic l join Statement s on s.id = l.statementId",
        "s.meetingId",
        "l.statementId",
        ids,
        statements);
    each(
        "select q.statementId, q.id, q.start, q.end from Quotation q join Statement s on s.id = q.statementId"
            + " where one_of(:ids, s.meetingId) order by q.statementId, q.start",
        ids,
        row -> row.quotationOf(statements));
    each(
        "select l.meetingId, l.id, l.kind, o.key, t.key from StatementPair l join Statement o on o.id = l.oneId"
            + " join Statement t on t.id = l.otherId where one_of(:ids, l.meetingId) order by l.meetingId, l.id",
        ids,
        row ->
            row.carriedBy(lines, "links")
                .text("id")
                .text("kind")
                .item("statements")
                .item("statements"));
    return lines;
  }

  private void topicsOf(
      String links,
      String which,
      String owner,
      Collection<UUID> ids,
      Map<UUID, ObjectNode> owners) {
    each(
        "select %s, t.key from %s join Topic t on t.id = l.topicId where one_of(:ids, %s) order by %s, l.position"
            .formatted(owner, links, which, owner),
        ids,
        row -> row.of(owners).item("topics"));
  }

  private void each(String hql, Collection<UUID> ids, Consumer<Row> read) {
    entities
        .createQuery(hql, Object[].class)
        .setParameter("ids", ArrayParameters.ids(ids))
        .getResultList()
        .forEach(values -> read.accept(new Row(values)));
  }

  /** A row, whose columns are taken one after the other. */
  private static final class Row {

    private final @Nullable Object[] values;
    private int next;
    private ObjectNode thing = JsonNodeFactory.instance.objectNode();

    Row(@Nullable Object[] values) {
      this.values = values;
    }

    private @Nullable Object take() {
      return values[next++];
    }

    /** With an id, a key and addresses elsewhere, from here on; kept among the others by its id. */
    Row thing(Map<UUID, ObjectNode> things) {
      things.put((UUID) Objects.requireNonNull(values[next]), thing);
      return text("id").text("key").texts("sameAs");
    }

    /** Of the thing that the next column names, as it is so far. */
    Row of(Map<UUID, ObjectNode> things) {
      thing = Objects.requireNonNull(things.get((UUID) take()));
      return this;
    }

    /** A new one at the end of a list of the thing that the next column names. */
    Row carriedBy(Map<UUID, ObjectNode> carriers, String list) {
      thing = of(carriers).thing.withArray("/" + list).addObject();
      return this;
    }

    Row text(String name) {
      Object value = take();
      if (value != null) {
        thing.put(name, value instanceof RecordDate date ? date.edtf() : value.toString());
      }
      return this;
    }

    Row texts(String name) {
      takeTexts().forEach(thing.putArray(name)::add);
      return this;
    }

    private List<String> takeTexts() {
      return ((List<?>) Objects.requireNonNull(take())).stream().map(String::valueOf).toList();
    }

    Row item(String list) {
      thing.withArray("/" + list).add(String.valueOf(take()));
      return this;
    }

    Row names() {
      Names names = new Names(String.valueOf(take()), takeTexts(), takeTexts());
      thing.put("name", names.name());
      for (OtherName other : names.otherNames()) {
        ObjectNode written = thing.withArray("/otherNames").addObject().put("name", other.name());
        if (other.language() != null) {
          written.put("language", other.language());
        }
      }
      return this;
    }

    void anchor(Map<UUID, ObjectNode> accounts) {
      Integer start = (Integer) take();
      Integer end = (Integer) take();
      if (start != null && end != null) {
        String text = Objects.requireNonNull(accounts.get((UUID) values[0])).path("text").asText();
        span(thing.putObject("anchor"), "exact", text, start, end);
      }
    }

    void quotationOf(Map<UUID, ObjectNode> statements) {
      ObjectNode statement = Objects.requireNonNull(statements.get((UUID) take()));
      thing = statement.withArray("/quotations").addObject();
      text("id");
      span(
          thing,
          "words",
          statement.path("text").asText(),
          (int) Objects.requireNonNull(take()),
          (int) Objects.requireNonNull(take()));
    }

    private static void span(ObjectNode span, String words, String text, int start, int end) {
      span.put(words, Quotation.cutFrom(text, start, end)).put("start", start).put("end", end);
    }
  }
}
