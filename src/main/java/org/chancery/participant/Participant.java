package org.chancery.participant;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.party.Speaker;
import org.chancery.record.Identity;
import org.chancery.record.NamedEntity;
import org.chancery.record.Names;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A person, whatever offices they hold over time; those stand at each participation. */
@Entity
@Description(
    "A person, whatever offices they hold over time; those stand at each participation in a meeting.")
public class Participant extends NamedEntity implements Node, Speaker, Searched {

  static final String NODE_TYPE = "participant";

  private @Nullable String sortName;

  private @Nullable UUID partyId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Participant() {}

  public Participant(
      Identity identity, Names names, @Nullable String sortName, @Nullable UUID partyId) {
    super(identity, names, sortName);
    this.sortName = sortName;
    this.partyId = partyId;
  }

  @Override
  protected @Nullable String sortName() {
    return sortName;
  }

  @Override
  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @Description("The name as an index sorts it, such as \"Kerry, John\"; null where nobody gave it.")
  public @Nullable String getSortName() {
    return sortName;
  }

  @Nullable UUID partyId() {
    return partyId;
  }
}
