package org.chancery.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the tree again, leaf by leaf, and compares it with the one that the database keeps. */
public final class TreeCheck {

  private final Connection connection;

  /** As reckoned: 32 bytes a revision. */
  private final List<byte[]> leaves = new ArrayList<>();

  /** The roots over complete subtrees, the largest first: what the next root needs. */
  private final List<byte[]> frontier = new ArrayList<>();

  private int wrongNodes;
  private int nodes;

  public TreeCheck(Connection connection) {
    this.connection = connection;
  }

  /**
   * Adds a leaf.
   *
   * @return whether it is the one that the database's tree has
   */
  public boolean add(String leaf) throws SQLException {
    byte[] hash = MerkleTree.leaf(Sha256.utf8(leaf));
    int position = leaves.size();
    leaves.add(hash);
    boolean isKept = isKept(0, position, hash);
    for (int level = 1; position % 2 == 1; level++) {
      position /= 2;
      hash = MerkleTree.node(frontier.remove(frontier.size() - 1), hash);
      if (!isKept(level, position, hash)) {
        wrongNodes++;
      }
    }
    frontier.add(hash);
    return isKept;
  }

  private boolean isKept(int level, int position, byte[] hash) throws SQLException {
    nodes++;
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hash from proof_node where level = ? and position = ?")) {
      query.setInt(1, level);
      query.setInt(2, position);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getString(1).equals(Sha256.hex(hash));
      }
    }
  }

  /** Over all leaves so far, in hexadecimal digits. */
  public String root() {
    byte[] root = frontier.get(frontier.size() - 1);
    for (int i = frontier.size() - 2; i >= 0; i--) {
      root = MerkleTree.node(frontier.get(i), root);
    }
    return Sha256.hex(root);
  }

  /** What is wrong with a head that somebody kept; null where the record still has all of it. */
  public @Nullable String faultOf(String note, SigningKey key) {
    Optional<Checkpoint> kept = Checkpoint.verified(note, Checkpoint.bytesOf(key.publicKey()));
    if (kept.isEmpty()) {
      return "The kept head is none that the key in \"%s\" has signed.".formatted(key.path());
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

  /** What is wrong with the nodes above the leaves; null where nothing is. */
  public @Nullable String faultOfNodes() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select count(*) from proof_node");
        ResultSet row = query.executeQuery()) {
      row.next();
      if (wrongNodes == 0 && row.getInt(1) == nodes) {
        return null;
      }
    }
    return "The kept nodes of the tree are not those of its leaves.";
  }
}
