package org.chancery.record;

import jakarta.persistence.Basic;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.chancery.search.Words;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A keyed thing that has a name, or several. */
@MappedSuperclass
public abstract class NamedEntity extends RecordEntity {

  @Embedded private Names names;

  /** What it is found by: as large as the text, and not read with it. */
  @Basic(fetch = FetchType.LAZY)
  private String searchWords;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected NamedEntity() {}

  protected NamedEntity(Identity identity, Names names, @Nullable String sortName) {
    super(identity);
    this.names = names;
    this.searchWords = Words.of(names.texts(sortName));
  }

  /** The name as an index sorts it; null where that is the name itself. */
  protected @Nullable String sortName() {
    return null;
  }

  public Names names() {
    return names;
  }

  @NonNull
  @Description("Its other names: in other languages or scripts, older ones, those that others use.")
  public List<@NonNull OtherName> getOtherNames() {
    return names.otherNames();
  }

  /** The texts whose words it is found by, in the order in which they are sorted. */
  public List<@Nullable String> texts() {
    return names.texts(sortName());
  }
}
