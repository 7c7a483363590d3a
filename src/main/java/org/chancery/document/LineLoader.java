package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.event.Event;
import org.chancery.event.EventTopic;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.party.PartyKind;
import org.chancery.topic.Topic;

/** Turns lines into entities, and writes them as long as the document has no fault. */
final class LineLoader {

  private final KeyResolver known;
  private final EntityManager entities;
  private final Faults faults;
  private final Instant now;

  LineLoader(KeyResolver known, EntityManager entities, Faults faults, Instant now) {
    this.known = known;
    this.entities = entities;
    this.faults = faults;
    this.now = now;
  }

  void load(JsonPart line) {
    switch (line.text("type")) {
      case "party" -> loadParty(line);
      case "topic" -> loadTopic(line);
      case "participant" -> loadParticipant(line);
      case "event" -> loadEvent(line);
      case "meeting" -> new MeetingLoader(this, known, line).load();
      default -> throw new IllegalStateException("The schema knows a type that nothing loads.");
    }
  }

  Instant now() {
    return now;
  }

  void write(Object entity) {
    if (faults.none()) {
      entities.persist(entity);
    }
  }

  private void loadParty(JsonPart line) {
    known.declare(RecordType.PARTY, line);
    write(
        new Party(
            line.identity(now),
            line.names(),
            line.choice("kind", PartyKind.class),
            line.optionalText("country")));
  }

  private void loadTopic(JsonPart line) {
    known.declare(RecordType.TOPIC, line);
    write(new Topic(line.identity(now), line.names()));
  }

  private void loadParticipant(JsonPart line) {
    known.declare(RecordType.PARTICIPANT, line);
    write(
        new Participant(
            line.identity(now),
            line.names(),
            line.optionalText("sortName"),
            known.findOptional(RecordType.PARTY, line, "party")));
  }

  private void loadEvent(JsonPart line) {
    known.declare(RecordType.EVENT, line);
    write(
        new Event(
            line.identity(now),
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
