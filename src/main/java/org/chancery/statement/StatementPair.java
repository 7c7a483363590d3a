package org.chancery.statement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * That statements of two accounts of one meeting corroborate or contradict each other. It is stored
 * once and seen from both; the accounts and the meeting stand here too, for the database to hold
 * that they are two and one.
 */
@Entity
public class StatementPair {

  @Id private UUID id;

  private UUID meetingId;

  private UUID oneId;

  @Column private UUID oneAccountId;

  private UUID otherId;

  @Column private UUID otherAccountId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private LinkKind kind;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected StatementPair() {}

  public StatementPair(UUID id, Statement one, Statement other, LinkKind kind) {
    this.id = id;
    this.meetingId = one.meetingId();
    this.oneId = one.uuid();
    this.oneAccountId = one.accountId();
    this.otherId = other.uuid();
    this.otherAccountId = other.accountId();
    this.kind = kind;
  }

  /** The ids of the two statements. */
  public List<UUID> ends() {
    return List.of(oneId, otherId);
  }

  UUID meetingId() {
    return meetingId;
  }

  /** The end that is not this one. */
  UUID across(UUID end) {
    return end.equals(oneId) ? otherId : oneId;
  }

  public LinkKind kind() {
    return kind;
  }
}
