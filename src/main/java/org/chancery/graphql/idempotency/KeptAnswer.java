package org.chancery.graphql.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** What a request with an Idempotency-Key was answered, kept with what it wrote. */
@Entity
class KeptAnswer {

  /** The SHA-256 of the user's name and the key, in hexadecimal digits. */
  @Id private String id;

  /** The SHA-256 of what was asked. */
  private String request;

  /** As it was sent, in JSON. */
  private String answer;

  private Instant answeredAt;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected KeptAnswer() {}

  KeptAnswer(String id, String request, String answer, Instant answeredAt) {
    this.id = id;
    this.request = request;
    this.answer = answer;
    this.answeredAt = answeredAt;
  }

  boolean isOlderThan(Instant time) {
    return answeredAt.isBefore(time);
  }

  String request() {
    return request;
  }

  String answer() {
    return answer;
  }
}
