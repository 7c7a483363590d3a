package org.chancery.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes the tree again, leaf by leaf, and compares it with the one that the database keeps. */
public final class TreeCheck {

  private final Connection connection;

  private final LeafCheck tree = new LeafCheck();

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
    boolean[] isLeafKept = new boolean[1];
    tree.add(
        leaf,
        (level, position, hash) -> {
          boolean isKept = isKept(level, position, hash);
          if (level == 0) {
            isLeafKept[0] = isKept;
          } else if (!isKept) {
            wrongNodes++;
          }
        });
    return isLeafKept[0];
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
    return tree.root();
  }

  /** What is wrong with a head that somebody kept; null where the record still has all of it. */
  public @Nullable String faultOf(String note, SigningKey key) {
    return tree.faultOf(note, key.publicKeyInBase64(), "the key in \"%s\"".formatted(key.path()));
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
