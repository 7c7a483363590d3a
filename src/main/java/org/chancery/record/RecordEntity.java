package org.chancery.record;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.hibernate.Hibernate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.LazyGroup;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What every keyed thing of the record has.
 *
 * <p>Throughout the record a getter is what the schema shows; a method named as its field, such as
 * {@link #uuid()}, is for the code.
 */
@MappedSuperclass
public abstract class RecordEntity {

  private static final int LONGEST_KEY = 100;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

  /** UUID version 7, made when the thing was first recorded, and carried in its document. */
  @Id protected UUID id;

  @Column(name = "record_key")
  protected String key;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("sameAs")
  protected List<String> sameAs;

  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("createdAt")
  protected Instant createdAt;

  @Basic(fetch = FetchType.LAZY)
  @LazyGroup("updatedAt")
  protected Instant updatedAt;

  @Version protected int version;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RecordEntity() {}

  protected RecordEntity(Identity identity) {
    this.id = identity.id();
    this.key = identity.key();
    this.createdAt = identity.createdAt();
    this.updatedAt = identity.updatedAt();
    this.version = identity.version();
    this.sameAs = identity.sameAs();
  }

  /** Whether a text can be a key: letters and digits of ASCII, joined by hyphens. */
  public static boolean isKey(String text) {
    // Its length first: a pattern takes stack for each part.
    return text.length() <= LONGEST_KEY && KEY.matcher(text).matches();
  }

  public UUID uuid() {
    return id;
  }

  @NonNull
  @Description("A short readable name, unique among its kind and permanent.")
  public String getKey() {
    return key;
  }

  @NonNull
  @Description("Addresses of the same thing elsewhere, such as in Wikidata.")
  public List<@NonNull String> getSameAs() {
    return sameAs;
  }

  @NonNull
  @Description("When it was first recorded here (not when it happened), in UTC.")
  public Instant getCreatedAt() {
    return createdAt;
  }

  @NonNull
  @Description("When its record last changed, in UTC; the same as createdAt where it never did.")
  public Instant getUpdatedAt() {
    return updatedAt;
  }

  @NonNull
  @Description(
      "How often its record was changed: 0 for one that never was. What it carries is part of it: a meeting's changes with its"
          + " accounts and their statements.")
  public Integer getVersion() {
    return version;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof RecordEntity recorded
            && Hibernate.getClass(this) == Hibernate.getClass(other)
            && id.equals(recorded.id));
  }

  @Override
  public final int hashCode() {
    return id.hashCode();
  }
}
