package org.chancery.revision;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.chancery.proof.SignedHead;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What the log says of a revision, and its head with that as the last leaf. */
@Entity
@Description(
    "What lets an outsider check a revision: docs/proof.md tells how, with nothing but curl, openssl and sha256sum.")
public class RevisionProof {

  @Id private int revisionNumber;

  private String leaf;

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
   * @param leaf what the log says of the revision
   * @param salt of the digest of who and why
   * @param head what was signed
   */
  RevisionProof(int revisionNumber, String leaf, String salt, SignedHead head) {
    this.revisionNumber = revisionNumber;
    this.leaf = leaf;
    this.salt = salt;
    this.root = head.root();
    this.origin = head.origin();
    this.signer = head.signer();
    this.signature = head.signature();
  }

  int revisionNumber() {
    return revisionNumber;
  }

  @NonNull
  @Description(
      "What the log says of it, as JSON of RFC 8785: its number, id and time, the digest of who wrote it and why (\"author\"),"
          + " and the roots over the digests of its changes and of the rows that it made in the database (\"lines\").")
  public String getLeaf() {
    return leaf;
  }

  @NonNull
  @Description(
      "Of the digest of who wrote it and why, in hexadecimal digits: the SHA-256 of these 16 bytes and of"
          + " {\"editor\":…,\"reason\":…}. Where words were erased from the reason since, the revision that did so has that digest among its"
          + " erasedDigests.")
  public String getSalt() {
    return salt;
  }

  @NonNull
  @Description(
      "The root of the Merkle tree (RFC 9162) over the leaves of all revisions up to this one, in hexadecimal digits.")
  public String getRoot() {
    return root;
  }

  @NonNull
  @Description(
      "The record's head with this revision as its last one, signed when it was written: a tlog checkpoint"
          + " (c2sp.org/tlog-checkpoint). Whoever keeps one sees whether anything before it was changed.")
  public String getHead() {
    return head().note();
  }

  /** As it was signed. */
  SignedHead head() {
    return new SignedHead(origin, revisionNumber, root, signer, signature);
  }
}
