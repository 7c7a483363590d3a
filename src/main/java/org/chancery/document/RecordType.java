package org.chancery.document;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.chancery.account.Account;
import org.chancery.event.Event;
import org.chancery.meeting.Meeting;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.record.RecordEntity;
import org.chancery.revision.ThingKind;
import org.chancery.statement.Statement;
import org.chancery.topic.Topic;

/** The kinds of things that have keys. */
enum RecordType {
  PARTY("party", Party.class),
  TOPIC("topic", Topic.class),
  PARTICIPANT("participant", Participant.class),
  EVENT("event", Event.class),
  MEETING("meeting", Meeting.class),
  ACCOUNT("account", Account.class),
  STATEMENT("statement", Statement.class);

  private final String word;
  private final Class<? extends RecordEntity> entity;

  RecordType(String word, Class<? extends RecordEntity> entity) {
    this.word = word;
    this.entity = entity;
  }

  /** The type that a document calls so; nothing where there is none. */
  static Optional<RecordType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  static RecordType of(ThingKind kind) {
    return valueOf(kind.name());
  }

  ThingKind kind() {
    return ThingKind.valueOf(name());
  }

  /** Whether it stands in the line of a meeting. */
  boolean isCarried() {
    return this == ACCOUNT || this == STATEMENT;
  }

  String word() {
    return word;
  }

  /** The same with its article. */
  String aWord() {
    return ("ae".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  /** What names things of this kind: for each sort of it the HQL that finds it by {@code :id}. */
  Map<String, String> namedBy() {
    return switch (this) {
      case PARTY ->
          Map.of(
              "participants", "Participant e where e.partyId = :id",
              "events", "Event e where e.hostId = :id",
              "meetings", "Meeting e where e.initiatorId = :id",
              "participations", "Participation e where e.partyId = :id or e.onBehalfOfId = :id",
              "accounts", "Account e where e.sideId = :id",
              "speakers", "StatementSpeaker e where e.speaker.partyId = :id",
              "addressees", "Addressee e where e.speaker.partyId = :id");
      case TOPIC ->
          Map.of(
              "events", "EventTopic e where e.topicId = :id",
              "meetings", "MeetingTopic e where e.topicId = :id",
              "statements", "StatementTopic e where e.topicId = :id");
      case PARTICIPANT ->
          Map.of(
              "participations", "Participation e where e.participantId = :id",
              "speakers", "StatementSpeaker e where e.speaker.participantId = :id",
              "addressees", "Addressee e where e.speaker.participantId = :id");
      case EVENT -> Map.of("meetings", "Meeting e where e.eventId = :id");
      case MEETING, ACCOUNT, STATEMENT -> Map.of();
    };
  }

  String entityName() {
    return entity.getSimpleName();
  }
}
