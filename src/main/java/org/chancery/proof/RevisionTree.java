package org.chancery.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The Merkle tree over the record's revisions, as the database keeps it: its complete subtrees. */
public final class RevisionTree {

  private final Connection connection;
  private final MerkleTree tree = new MerkleTree(this::hash);

  public RevisionTree(Connection connection) {
    this.connection = connection;
  }

  /**
   * Appends a revision, or puts it in the place of what was appended last, if that has its number.
   *
   * @param number of the revision, which is how many the tree has then
   * @param leaf what is said of it
   * @return the root over all of them, in hexadecimal digits
   */
  public String append(int number, String leaf) throws SQLException {
    byte[] hash = MerkleTree.leaf(Sha256.utf8(leaf));
    int level = 0;
    int position = number - 1;
    write(level, position, hash);
    while (position % 2 == 1) {
      hash = MerkleTree.node(hash(level, position - 1), hash);
      level++;
      position /= 2;
      write(level, position, hash);
    }
    return Sha256.hex(tree.root(number));
  }

  private void write(int level, int position, byte[] hash) throws SQLException {
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into proof_node (level, position, hash) values (?, ?, ?)");
        PreparedStatement delete =
            connection.prepareStatement(
                "delete from proof_node where level = ? and position = ?")) {
      delete.setInt(1, level);
      delete.setInt(2, position);
      delete.executeUpdate();
      insert.setInt(1, level);
      insert.setInt(2, position);
      insert.setString(3, Sha256.hex(hash));
      insert.executeUpdate();
    }
  }

  private byte[] hash(int level, int position) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hash from proof_node where level = ? and position = ?")) {
      query.setInt(1, level);
      query.setInt(2, position);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException(
              "The log has no node %d of level %d.".formatted(position, level));
        }
        return Sha256.ofHex(row.getString(1));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The SHA-256 of a text, in hexadecimal digits. */
  public static String digest(String text) {
    return Sha256.hex(Sha256.begin().digest(Sha256.utf8(text)));
  }

  /** The root of a tree over some digests, in hexadecimal digits as they are. */
  public static String rootOf(List<String> digests) {
    List<byte[]> leaves =
        digests.stream().map(digest -> MerkleTree.leaf(Sha256.ofHex(digest))).toList();
    return Sha256.hex(MerkleTree.of(leaves).root(leaves.size()));
  }
}
