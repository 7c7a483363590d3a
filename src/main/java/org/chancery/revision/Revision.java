package org.chancery.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.RecordClock;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/** What was written together: one transaction of one editor, for one reason. */
@Entity
@Description("What was written together, by one editor for one reason.")
public class Revision implements Node {

  static final String NODE_TYPE = "revision";

  @Id private UUID id;

  @Column private int number;

  private Instant writtenAt;

  private String editor;

  private @Nullable String reason;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Revision() {}

  public Revision(RecordClock.Moment moment, Author author) {
    this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    this.number = moment.revision();
    this.writtenAt = moment.time();
    this.editor = author.name();
    this.reason = author.reason();
  }

  @Override
  @org.eclipse.microprofile.graphql.Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  public UUID uuid() {
    return id;
  }

  @NonNull
  @Description("Its number: the first revision of the record has 1, and each later one the next.")
  public Integer getNumber() {
    return number;
  }

  @NonNull
  @Description("When it was written, in UTC.")
  public Instant getAt() {
    return writtenAt;
  }

  @NonNull
  @Description("Who wrote it: the name of an editor, or what loaded it.")
  public String getEditor() {
    return editor;
  }

  @Description(
      "Why, in the editor's words; null where nobody said, which is allowed where all is new, and of a document.")
  public @Nullable String getReason() {
    return reason;
  }
}
