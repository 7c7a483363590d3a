package org.chancery.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;

/** That a meeting is about a topic. */
@Entity
@IdClass(MeetingTopic.Ends.class)
public class MeetingTopic {

  @Id private UUID meetingId;

  @Id private UUID topicId;

  /** Where it stands among the meeting's topics, from 1 on. */
  @Column private int position;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected MeetingTopic() {}

  public MeetingTopic(UUID meetingId, UUID topicId, int position) {
    this.meetingId = meetingId;
    this.topicId = topicId;
    this.position = position;
  }

  /** The two that it ties together. */
  public record Ends(UUID meetingId, UUID topicId) implements Serializable {}
}
