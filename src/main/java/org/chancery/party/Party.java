package org.chancery.party;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.record.Identity;
import org.chancery.record.NamedEntity;
import org.chancery.record.Names;
import org.chancery.search.Searched;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A state or organisation that a participant acts for, and that can itself be quoted. */
@Entity
@Description("A state or organisation that participants act for, and that can itself be quoted.")
public class Party extends NamedEntity implements Node, Speaker, Searched {

  static final String NODE_TYPE = "party";

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private PartyKind kind;

  private @Nullable String country;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Party() {}

  public Party(Identity identity, Names names, PartyKind kind, @Nullable String country) {
    super(identity, names, null);
    this.kind = kind;
    this.country = country;
  }

  @Override
  @Id
  @NonNull
  @Description("Global, opaque and permanent.")
  public String getId() {
    return new NodeId(NODE_TYPE, id).toString();
  }

  @NonNull
  @Description("What the party is.")
  public PartyKind getKind() {
    return kind;
  }

  @Description("The state's ISO 3166-1 alpha-2 code; null where the party has none.")
  public @Nullable String getCountry() {
    return country;
  }
}
