package org.chancery.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** That a statement is about a topic. */
@Entity
@IdClass(StatementTopic.Ends.class)
public class StatementTopic {

  @Id private UUID statementId;

  @Id private UUID topicId;

  /** Where it stands among the statement's topics, from 1 on. */
  @Column private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StatementTopic() {}

  public StatementTopic(UUID statementId, UUID topicId, int position) {
    this.statementId = statementId;
    this.topicId = topicId;
    this.position = position;
  }

  /** The two that it ties together. */
  public record Ends(UUID statementId, UUID topicId) implements Serializable {}
}
