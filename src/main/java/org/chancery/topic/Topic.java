package org.chancery.topic;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.Recorded;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What meetings and statements are about. */
@Entity
@Description("What meetings, events and statements are about.")
public class Topic extends Recorded implements Node {

  static final String NODE_TYPE = "topic";

  private String name;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Topic() {}

  public Topic(UUID id, String key, Instant recordedAt, String name) {
    super(id, key, recordedAt);
    this.name = name;
  }

  @Override
  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @NonNull
  @Description("The name as the record uses it.")
  public String getName() {
    return name;
  }
}
