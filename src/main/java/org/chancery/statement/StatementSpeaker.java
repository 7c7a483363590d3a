package org.chancery.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** Who said a statement, or one of those who said it together. */
@Entity
@IdClass(StatementSpeaker.Place.class)
public class StatementSpeaker {

  @Id private UUID statementId;

  /** Where the account names them, from 1 on. */
  @Id private int position;

  // Where the statement stands: a foreign key keeps these the same, and somebody's statements are
  // read in their order.
  @Column private UUID meetingId;
  @Column private long meetingOrder;
  @Column private int sequence;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Embedded
  private SpeakerLink speaker;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StatementSpeaker() {}

  public StatementSpeaker(Statement statement, int position, SpeakerLink speaker) {
    this.statementId = statement.uuid();
    this.position = position;
    this.meetingId = statement.meetingId();
    this.meetingOrder = statement.meetingOrder();
    this.sequence = statement.sequence();
    this.speaker = speaker;
  }

  /** Which of a statement's speakers. */
  public record Place(UUID statementId, int position) implements Serializable {}
}
