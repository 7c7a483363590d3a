package org.chancery.topic;

import jakarta.persistence.Entity;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.Identity;
import org.chancery.record.NamedEntity;
import org.chancery.record.Names;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What meetings and statements are about. */
@Entity
@Description("What meetings, events and statements are about.")
public class Topic extends NamedEntity implements Node, Searched {

  static final String NODE_TYPE = "topic";

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Topic() {}

  public Topic(Identity identity, Names names) {
    super(identity, names, null);
  }

  @Override
  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }
}
