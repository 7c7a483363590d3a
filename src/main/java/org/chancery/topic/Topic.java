package org.chancery.topic;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import java.time.Instant;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.RecordEntity;
import org.chancery.search.Searched;
import org.chancery.search.WordIndex;
import org.chancery.search.Words;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** What meetings and statements are about. */
@Entity
@EntityListeners(WordIndex.class)
@Description("What meetings, events and statements are about.")
public class Topic extends RecordEntity implements Node, Searched {

  static final String NODE_TYPE = "topic";

  private String name;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Topic() {}

  public Topic(UUID id, String key, Instant recordedAt, String name) {
    super(id, key, recordedAt);
    this.name = name;
    this.searchWords = Words.of(name);
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

  @Override
  public String searchWords() {
    return Words.of(name);
  }
}
