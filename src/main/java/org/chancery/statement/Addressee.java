package org.chancery.statement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** Whom a statement was said to. */
@Entity
@IdClass(Addressee.Place.class)
public class Addressee {

  @Id private UUID statementId;

  /** Where the account names them, from 1 on. */
  @Id private int position;

  @SuppressWarnings("UnusedVariable") // queries read it
  @Embedded
  private SpeakerLink speaker;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Addressee() {}

  public Addressee(UUID statementId, int position, SpeakerLink speaker) {
    this.statementId = statementId;
    this.position = position;
    this.speaker = speaker;
  }

  /** Which of a statement's addressees. */
  public record Place(UUID statementId, int position) implements Serializable {}
}
