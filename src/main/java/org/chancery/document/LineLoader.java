package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.document.ExistingThing.Written;
import org.chancery.event.Event;
import org.chancery.event.EventTopic;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.party.PartyKind;
import org.chancery.record.Identity;
import org.chancery.record.RecordEntity;
import org.chancery.search.Searched;
import org.chancery.topic.Topic;

/**
 * Turns lines into rows, and writes those of a line once it is known to have no fault. What is
 * carried by a thing that the record has already is written anew as a whole, with the versions that
 * its parts have: so nothing depends on the order in which rows change their places.
 */
final class LineLoader {

  /** What a meeting carries, so that whatever names something goes before it. */
  private static final List<String> OF_A_MEETING =
      List.of(
          "StatementPair e where e.meetingId = :id",
          "Quotation e where e.statementId in (select s.id from Statement s where s.meetingId = :id)",
          "StatementTopic e where e.statementId in (select s.id from Statement s where s.meetingId = :id)",
          "Addressee e where e.statementId in (select s.id from Statement s where s.meetingId = :id)",
          "StatementSpeaker e where e.meetingId = :id",
          "Statement e where e.meetingId = :id",
          "Account e where e.meetingId = :id",
          "Participation e where e.meetingId = :id");

  private final KeyResolver known;
  private final RowWriter rows;
  private final Instant now;

  // Of the line that is being loaded.
  private ExistingThing existing = ExistingThing.NOTHING;
  private Set<UUID> touched = Set.of();
  private boolean isCarriedAsItWas;
  private final List<Runnable> writing = new ArrayList<>();

  LineLoader(KeyResolver known, RowWriter rows, Instant now) {
    this.known = known;
    this.rows = rows;
    this.now = now;
  }

  /**
   * Checks a line, and makes its rows, for {@link #write()}.
   *
   * @param existing what the record has of it
   * @param touched the ids of what this makes new or another
   */
  void load(JsonPart line, ExistingThing existing, Set<UUID> touched) {
    this.existing = existing;
    this.touched = touched;
    JsonNode before = existing.lineOrMissing();
    // What it carries repeats where its date stands among others, and knows its place.
    this.isCarriedAsItWas =
        existing.isThere()
            && Set.of(line.id()).containsAll(touched)
            && before.path("date").equals(line.node().path("date"))
            && keys(before.path("accounts")).equals(keys(line.node().path("accounts")));
    writing.clear();
    switch (line.text("type")) {
      case "party" -> loadParty(line);
      case "topic" -> loadTopic(line);
      case "participant" -> loadParticipant(line);
      case "event" -> loadEvent(line);
      case "meeting" -> new MeetingLoader(this, known, line).load();
      default -> throw new IllegalStateException("The schema knows a type that nothing loads.");
    }
  }

  private static List<String> keys(JsonNode things) {
    List<String> keys = new ArrayList<>();
    things.forEach(thing -> keys.add(thing.path("key").asText()));
    return keys;
  }

  /** Writes the line that was loaded. */
  void write() {
    writing.forEach(Runnable::run);
    writing.clear();
  }

  /** Deletes the rows of a thing that nothing names. */
  void remove(RecordType type, UUID id, ExistingThing thing) {
    this.existing = thing;
    this.isCarriedAsItWas = false;
    removeWhatIsCarriedBy(type, id);
    rows.forget(List.of(id));
    delete(type.entityName() + " e where e.id = :id", id);
  }

  /** How a thing is known that the line carries, and since when. */
  Identity identity(JsonPart part) {
    Written written = existing.written().get(part.id());
    return written == null ? recorded(part) : identity(part, written, touched(part) ? 1 : 0);
  }

  /** The same of what the line itself records: Hibernate counts the version of a row itself. */
  Identity identityOfLine(JsonPart line) {
    Written written = existing.written().get(line.id());
    return written == null ? recorded(line) : identity(line, written, 0);
  }

  private boolean touched(JsonPart part) {
    return touched.contains(part.id());
  }

  /**
   * What is recorded again goes on with its versions: who saw an earlier one saw something else.
   */
  private Identity recorded(JsonPart part) {
    RecordedThings.Earlier earlier = known.earlier(part.id());
    return earlier == null
        ? Identity.recorded(part.id(), part.key(), part.addresses("sameAs"), now)
        : new Identity(
            part.id(),
            part.key(),
            part.addresses("sameAs"),
            earlier.createdAt(),
            now,
            earlier.version());
  }

  private Identity identity(JsonPart part, Written written, int more) {
    return new Identity(
        part.id(),
        part.key(),
        part.addresses("sameAs"),
        written.createdAt(),
        touched(part) ? now : written.updatedAt(),
        written.version() + more);
  }

  /** A row of the line itself, or of what it names, to be written. */
  void write(Object entity) {
    writing.add(() -> rows.add(entity));
  }

  /** A row of what the line carries, to be written where some of that is another. */
  void writeCarried(Object entity) {
    if (!isCarriedAsItWas) {
      write(entity);
    }
  }

  /** The row of what the line itself records; what it carried before is gone when it is written. */
  <E extends RecordEntity & Searched> void writeLine(RecordType type, E entity) {
    if (!existing.isThere()) {
      if (known.hasMerged() && known.everOf(type, entity.getKey()) != null) {
        // It leads to no other any more.
        writing.add(() -> delete("MergedThing e where e.id = :id", entity.uuid()));
      }
      write(entity);
      return;
    }
    writing.add(
        () -> {
          removeWhatIsCarriedBy(type, entity.uuid());
          if (touched.contains(entity.uuid())) {
            // Before what it carries, which repeats where it stands.
            rows.amend(entity);
          }
        });
  }

  private void removeWhatIsCarriedBy(RecordType type, UUID id) {
    if (type == RecordType.EVENT) {
      delete("EventTopic e where e.eventId = :id", id);
    } else if (type == RecordType.MEETING) {
      delete("MeetingTopic e where e.meetingId = :id", id);
      if (!isCarriedAsItWas) {
        removeWhatIsCarriedByMeeting(id);
      }
    }
  }

  private void removeWhatIsCarriedByMeeting(UUID id) {
    rows.forget(existing.ids().stream().filter(one -> !one.equals(id)).toList());
    // H2 looks at each row alone, and one may be reported in another.
    rows.database()
        .createQuery(
            "update Statement e set e.reportedInId = null, e.reportedInPosition = null where e.meetingId = :id")
        .setParameter("id", id)
        .executeUpdate();
    OF_A_MEETING.forEach(carried -> delete(carried, id));
  }

  private void delete(String which, UUID id) {
    rows.database().createQuery("delete from " + which).setParameter("id", id).executeUpdate();
  }

  private void loadParty(JsonPart line) {
    known.declare(RecordType.PARTY, line);
    writeLine(
        RecordType.PARTY,
        new Party(
            identityOfLine(line),
            line.names(),
            line.choice("kind", PartyKind.class),
            line.optionalText("country")));
  }

  private void loadTopic(JsonPart line) {
    known.declare(RecordType.TOPIC, line);
    writeLine(RecordType.TOPIC, new Topic(identityOfLine(line), line.names()));
  }

  private void loadParticipant(JsonPart line) {
    known.declare(RecordType.PARTICIPANT, line);
    writeLine(
        RecordType.PARTICIPANT,
        new Participant(
            identityOfLine(line),
            line.names(),
            line.optionalText("sortName"),
            known.findOptional(RecordType.PARTY, line, "party")));
  }

  private void loadEvent(JsonPart line) {
    known.declare(RecordType.EVENT, line);
    writeLine(
        RecordType.EVENT,
        new Event(
            identityOfLine(line),
            line.text("title"),
            line.date("date"),
            line.optionalText("place"),
            known.findOptional(RecordType.PARTY, line, "host")));
    List<UUID> topics = known.findAll(RecordType.TOPIC, line, "topics");
    for (int i = 0; i < topics.size(); i++) {
      write(new EventTopic(line.id(), topics.get(i), i + 1));
    }
  }
}
