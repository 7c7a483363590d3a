package org.chancery.revision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.chancery.proof.SignedHead;

/** The head of the proof's log with a revision as its last leaf, as it was signed then. */
@Entity
public class RevisionProof {

  @Id private int revisionNumber;

  /** Of the digest of who and why. */
  private String salt;

  private String root;

  private String origin;

  private String signer;

  private String signature;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RevisionProof() {}

  /**
   * A new one.
   *
   * @param salt of the digest of who and why
   * @param head what was signed
   */
  RevisionProof(int revisionNumber, String salt, SignedHead head) {
    this.revisionNumber = revisionNumber;
    this.salt = salt;
    this.root = head.root();
    this.origin = head.origin();
    this.signer = head.signer();
    this.signature = head.signature();
  }

  int revisionNumber() {
    return revisionNumber;
  }

  String salt() {
    return salt;
  }

  /** As it was signed. */
  public SignedHead head() {
    return new SignedHead(origin, revisionNumber, root, signer, signature);
  }
}
