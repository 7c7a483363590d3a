package org.chancery.record;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.chancery.search.Searched;
import org.chancery.search.Words;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A keyed thing that has a name, or several. */
@MappedSuperclass
public abstract class NamedEntity extends RecordEntity {

  private String name;

  @Column(name = "other_names")
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup(Searched.OTHER_NAMES)
  private List<String> others;

  /** Of the other names, each at the place of its name; empty where the record does not say. */
  @Column(name = "other_name_languages")
  @JdbcTypeCode(SqlTypes.ARRAY)
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup(Searched.OTHER_NAMES)
  private List<String> languages;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected NamedEntity() {}

  protected NamedEntity(Identity identity, Names names, @Nullable String sortName) {
    super(identity);
    this.name = names.name();
    this.others = names.others();
    this.languages = names.languages();
    this.searchWords = Words.of(names.texts(sortName));
  }

  /** The name as an index sorts it; null where that is the name itself. */
  protected @Nullable String sortName() {
    return null;
  }

  /** As the record uses it. */
  public String name() {
    return name;
  }

  /** All of its names, where its other names are read. */
  public Names names() {
    return new Names(name, others, languages);
  }

  @NonNull
  @Description("Its other names: in other languages or scripts, older ones, those that others use.")
  public List<@NonNull OtherName> getOtherNames() {
    return names().otherNames();
  }

  /** The texts whose words it is found by, in the order in which they are sorted. */
  public List<@Nullable String> texts() {
    return names().texts(sortName());
  }
}
