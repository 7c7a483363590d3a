package org.chancery.proof;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the tree of a log again, leaf by leaf, and compares it with heads. */
public final class LeafCheck {

  /** 32 bytes a revision. */
  private final List<byte[]> leaves = new ArrayList<>();

  /** The roots over complete subtrees, the largest first: what the next root needs. */
  private final List<byte[]> frontier = new ArrayList<>();

  /** Takes hashes of the tree. */
  @FunctionalInterface
  interface Nodes<X extends Exception> {
    void take(int level, int position, byte[] hash) throws X;
  }

  /** Adds a leaf. */
  public void add(String leaf) {
    add(leaf, (level, position, hash) -> {});
  }

  /**
   * Adds a leaf, and gives out the hashes that come with it.
   *
   * @param nodes takes the leaf's, and those above it that are complete by it
   */
  <X extends Exception> void add(String leaf, Nodes<X> nodes) throws X {
    byte[] hash = MerkleTree.leaf(Sha256.utf8(leaf));
    int position = leaves.size();
    leaves.add(hash);
    nodes.take(0, position, hash);
    for (int level = 1; position % 2 == 1; level++) {
      position /= 2;
      hash = MerkleTree.node(frontier.remove(frontier.size() - 1), hash);
      nodes.take(level, position, hash);
    }
    frontier.add(hash);
  }

  /** How many leaves it has. */
  public int size() {
    return leaves.size();
  }

  /** Over all leaves so far, in hexadecimal digits. */
  public String root() {
    byte[] root = frontier.get(frontier.size() - 1);
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = MerkleTree.node(frontier.get(i), root);
    }
    return Sha256.hex(root);
  }

  /**
   * What is wrong with a head that somebody kept; null where the record still has all of it.
   *
   * @param own a head of the record, whose key has to have signed the kept one
   */
  public @Nullable String faultOf(String note, SignedHead own) {
    return faultOf(note, own.signer(), "the record's key");
  }

  /**
   * The same.
   *
   * @param signer the key in Base64
   * @param named what the key is called in a sentence
   */
  @Nullable String faultOf(String note, String signer, String named) {
    Optional<Checkpoint> kept = Checkpoint.verified(note, Base64.getDecoder().decode(signer));
    if (kept.isEmpty()) {
      return "The kept head is none that %s has signed.".formatted(named);
    }
    Checkpoint head = kept.get();
    if (head.size() > leaves.size()) {
      return "The kept head has %d revisions, and the record %d."
          .formatted(head.size(), leaves.size());
    }
    MerkleTree tree = MerkleTree.of(leaves);
    boolean isConsistent =
        MerkleTree.isConsistent(
            head.size(),
            leaves.size(),
            tree.consistency(head.size(), leaves.size()),
            Sha256.ofHex(head.root()),
            tree.root(leaves.size()));
    return isConsistent
        ? null
        : "The kept head of revision %d is of another record: what the first %d revisions say was changed since."
            .formatted(head.size(), head.size());
  }
}
