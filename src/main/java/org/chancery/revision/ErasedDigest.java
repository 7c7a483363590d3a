package org.chancery.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.chancery.proof.CanonicalJson;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * That a digest of the log is no longer the one of what the record says: words were erased, and
 * their salt with them. The revision that did so vouches for the digest of what is left.
 */
@Entity
@IdClass(ErasedDigest.Place.class)
@Description(
    "That a digest of the log is no longer that of what the record says, because words were erased, and their salt with them.")
public class ErasedDigest {

  @Column private UUID revisionId;

  /** Of the revision that erased. */
  @Id private int revisionNumber;

  /** Among what that revision erased, from 1 on. */
  @Id private int position;

  /** The revision that has the digest in its leaf. */
  @Column private int ofRevision;

  /** The place of a change in its revision. */
  @Column private @Nullable Integer changePosition;

  @Column private @Nullable UUID lineId;

  private String beforeDigest;

  private String afterDigest;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ErasedDigest() {}

  /**
   * One of a change, of a line, or, where neither is given, of who wrote a revision and why.
   *
   * @param revision that erased
   * @param position among what it erased, from 1 on
   */
  ErasedDigest(
      Revision revision,
      int position,
      int ofRevision,
      @Nullable Integer changePosition,
      @Nullable UUID lineId,
      String before,
      String after) {
    this.revisionId = revision.uuid();
    this.revisionNumber = revision.getNumber();
    this.position = position;
    this.ofRevision = ofRevision;
    this.changePosition = changePosition;
    this.lineId = lineId;
    this.beforeDigest = before;
    this.afterDigest = after;
  }

  @NonNull
  @Description(
      "What the log has of it, as JSON of RFC 8785: the revision that has the digest in its leaf; the place of the change there"
          + " (\"change\"), or the line whose rows it is of (\"line\"), or neither where it is of who wrote it and why; the digest"
          + " \"before\", and the one of what is left \"after\" the words are gone. Its SHA-256 is a leaf of the tree whose root the"
          + " revision's leaf has as \"erased\".")
  public String getDocument() {
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("revision", ofRevision);
    told.put("change", changePosition);
    told.put("line", lineId == null ? null : lineId.toString());
    told.put("before", beforeDigest);
    told.put("after", afterDigest);
    return CanonicalJson.of(told);
  }

  int position() {
    return position;
  }

  @Nullable Integer changePosition() {
    return changePosition;
  }

  @Nullable UUID lineId() {
    return lineId;
  }

  String before() {
    return beforeDigest;
  }

  String after() {
    return afterDigest;
  }

  /** Where it stands among those of the revision that erased. */
  public record Place(int revisionNumber, int position) implements Serializable {}
}
