package org.chancery.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

  /** Those that have lines of their own, so that whatever names something comes after it. */
  static final List<RecordType> OF_LINES = List.of(PARTY, TOPIC, PARTICIPANT, EVENT, MEETING);

  /** The same, so that whatever is named comes after what names it. */
  static List<RecordType> fromTheLast() {
    List<RecordType> types = new ArrayList<>(OF_LINES);
    Collections.reverse(types);
    return types;
  }

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

  /**
   * What names things of a kind.
   *
   * @param line the type of the lines that it stands in
   * @param id the path to the line's id
   * @param from the HQL that finds it by the {@code :id} of what it names
   */
  record Naming(RecordType line, String id, String from) {}

  /** What names things of this kind, by what it is called. */
  Map<String, Naming> namedBy() {
    return switch (this) {
      case PARTY ->
          Map.of(
              "participants",
              new Naming(PARTICIPANT, "e.id", "Participant e where e.partyId = :id"),
              "events",
              new Naming(EVENT, "e.id", "Event e where e.hostId = :id"),
              "meetings",
              new Naming(MEETING, "e.id", "Meeting e where e.initiatorId = :id"),
              "participations",
              new Naming(
                  MEETING,
                  "e.meetingId",
                  "Participation e where e.partyId = :id or e.onBehalfOfId = :id"),
              "accounts",
              new Naming(MEETING, "e.meetingId", "Account e where e.sideId = :id"),
              "speakers",
              new Naming(
                  MEETING, "e.meetingId", "StatementSpeaker e where e.speaker.partyId = :id"),
              "addressees",
              ofStatement("Addressee", "e.speaker.partyId"));
      case TOPIC ->
          Map.of(
              "events",
              new Naming(EVENT, "e.eventId", "EventTopic e where e.topicId = :id"),
              "meetings",
              new Naming(MEETING, "e.meetingId", "MeetingTopic e where e.topicId = :id"),
              "statements",
              ofStatement("StatementTopic", "e.topicId"));
      case PARTICIPANT ->
          Map.of(
              "participations",
              new Naming(MEETING, "e.meetingId", "Participation e where e.participantId = :id"),
              "speakers",
              new Naming(
                  MEETING, "e.meetingId", "StatementSpeaker e where e.speaker.participantId = :id"),
              "addressees",
              ofStatement("Addressee", "e.speaker.participantId"));
      case EVENT ->
          Map.of("meetings", new Naming(MEETING, "e.id", "Meeting e where e.eventId = :id"));
      case MEETING, ACCOUNT, STATEMENT -> Map.of();
    };
  }

  /** What belongs to a statement, which alone knows its meeting. */
  private static Naming ofStatement(String entity, String path) {
    return new Naming(
        MEETING,
        "s.meetingId",
        "%s e join Statement s on s.id = e.statementId where %s = :id".formatted(entity, path));
  }

  String entityName() {
    return entity.getSimpleName();
  }
}
