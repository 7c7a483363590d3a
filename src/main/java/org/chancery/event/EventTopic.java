package org.chancery.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** That an event is about a topic. */
@Entity
@IdClass(EventTopic.Ends.class)
public class EventTopic {

  @Id private UUID eventId;

  @Id private UUID topicId;

  /** Where it stands among the event's topics, from 1 on. */
  @Column private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected EventTopic() {}

  public EventTopic(UUID eventId, UUID topicId, int position) {
    this.eventId = eventId;
    this.topicId = topicId;
    this.position = position;
  }

  /** The two that it ties together. */
  public record Ends(UUID eventId, UUID topicId) implements Serializable {}
}
