package org.chancery.participant;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.FetchType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.graphql.node.Node;
import org.chancery.graphql.node.NodeId;
import org.chancery.party.Speaker;
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

/** A person, whatever offices they hold over time; those stand at each participation. */
@Entity
@EntityListeners(WordIndex.class)
@Description(
    "A person, whatever offices they hold over time; those stand at each participation in a meeting.")
public class Participant extends RecordEntity implements Node, Speaker, Searched {

  static final String NODE_TYPE = "participant";

  private String name;

  private @Nullable String sortName;

  private @Nullable UUID partyId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> sameAs;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected Participant() {}

  public Participant(
      UUID id,
      String key,
      Instant recordedAt,
      String name,
      @Nullable String sortName,
      @Nullable UUID partyId,
      List<String> sameAs) {
    super(id, key, recordedAt);
    this.name = name;
    this.sortName = sortName;
    // The sort name first: participants are ordered by these words as well.
    this.searchWords = Words.of(sortName, name);
    this.partyId = partyId;
    this.sameAs = List.copyOf(sameAs);
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
  @Description("The name as the record uses it, in the order in which it is spoken.")
  public String getName() {
    return name;
  }

  @Description("The name as an index sorts it, such as \"Kerry, John\"; null where nobody gave it.")
  public @Nullable String getSortName() {
    return sortName;
  }

  @NonNull
  @Description("Addresses of the same person elsewhere, such as in Wikidata.")
  public List<@NonNull String> getSameAs() {
    return sameAs;
  }

  @Nullable UUID partyId() {
    return partyId;
  }

  @Override
  public String searchWords() {
    return Words.of(sortName, name);
  }
}
