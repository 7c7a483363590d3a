package org.chancery.document;

import java.util.Arrays;
import java.util.Optional;
import org.chancery.account.Account;
import org.chancery.event.Event;
import org.chancery.meeting.Meeting;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.record.RecordEntity;
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

  String word() {
    return word;
  }

  /** The same with its article. */
  String aWord() {
    return ("ae".indexOf(word.charAt(0)) < 0 ? "a " : "an ") + word;
  }

  String entityName() {
    return entity.getSimpleName();
  }
}
