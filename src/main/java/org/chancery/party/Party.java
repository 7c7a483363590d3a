package org.chancery.party;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A state or organisation that a participant acts for, and that can itself be quoted. */
@Entity
@EntityListeners(WordIndex.class)
@Description("A state or organisation that participants act for, and that can itself be quoted.")
public class Party extends RecordEntity implements Node, Speaker, Searched {

  static final String NODE_TYPE = "party";

  private String name;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private PartyKind kind;

  private @Nullable String country;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Party() {}

  public Party(
      UUID id,
      String key,
      Instant recordedAt,
      String name,
      PartyKind kind,
      @Nullable String country) {
    super(id, key, recordedAt);
    this.name = name;
    this.searchWords = Words.of(name);
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

  @Override
  @NonNull
  @Description("The name as the record uses it.")
  public String getName() {
    return name;
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

  @Override
  public String searchWords() {
    return Words.of(name);
  }
}
