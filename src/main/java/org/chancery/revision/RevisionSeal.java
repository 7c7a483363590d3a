package org.chancery.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.proof.CanonicalJson;
import org.chancery.proof.RevisionTree;
import org.chancery.proof.SaltedDigest;
import org.chancery.proof.SignedHead;
import org.chancery.proof.SigningKey;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Puts a revision into the log that outsiders check, and signs the log's new head. */
@ApplicationScoped
public class RevisionSeal {

  private final SigningKey key;

  RevisionSeal(SigningKey key) {
    this.key = key;
  }

  /**
   * Seals a revision of which all changes and rows are in the database; anew where more was written
   * into it.
   *
   * @param reason of all its edits
   */
  public void seal(EntityManager entities, Revision revision, @Nullable String reason) {
    String salt = SaltedDigest.newSalt();
    String author = author(salt, revision.getEditor(), reason);
    int size = revision.getNumber();
    Session session = entities.unwrap(Session.class);
    String leaf =
        session.doReturningWork(
            connection ->
                leaf(
                    size,
                    revision.uuid(),
                    revision.getAt(),
                    author,
                    changes(connection, size),
                    lines(connection, size),
                    erased(entities, size)));
    String root =
        session.doReturningWork(connection -> new RevisionTree(connection).append(size, leaf));
    entities
        .createQuery("delete from RevisionProof p where p.revisionNumber = :number")
        .setParameter("number", size)
        .executeUpdate();
    RevisionProof proof = new RevisionProof(size, leaf, salt, SignedHead.of(size, root, key));
    entities.persist(proof);
    entities.flush();
    entities.detach(proof);
  }

  /** What the log says of a revision. */
  static String leaf(
      int number,
      UUID id,
      Instant at,
      String author,
      List<String> changes,
      List<String> lines,
      List<String> erased) {
    Map<String, Object> told = new HashMap<>();
    told.put("number", number);
    told.put("id", id.toString());
    told.put("at", at.toString());
    told.put("author", author);
    told.put("changes", RevisionTree.rootOf(changes));
    told.put("lines", RevisionTree.rootOf(lines));
    if (!erased.isEmpty()) {
      told.put("erased", RevisionTree.rootOf(erased));
    }
    return CanonicalJson.of(told);
  }

  /** The hashes of what a revision says of the digests whose words it erased. */
  static List<String> erased(EntityManager entities, int revision) {
    return entities
        .createQuery(
            "from ErasedDigest e where e.revisionNumber = :revision order by e.position",
            ErasedDigest.class)
        .setParameter("revision", revision)
        .getResultStream()
        .map(one -> RevisionTree.digest(one.getDocument()))
        .toList();
  }

  /** The digest of who wrote a revision and why. */
  static String author(String salt, String editor, @Nullable String reason) {
    Map<String, @Nullable Object> told = new HashMap<>();
    told.put("editor", editor);
    told.put("reason", reason);
    return new SaltedDigest(salt).add(CanonicalJson.of(told)).hex();
  }

  /** The digests of a revision's changes, in their order. */
  static List<String> changes(Connection connection, int revision) throws SQLException {
    return digests(
        connection,
        "select digest from record_change where revision_number = ? order by position",
        revision);
  }

  /** Those of its lines, by their ids. */
  static List<String> lines(Connection connection, int revision) throws SQLException {
    return digests(
        connection,
        "select digest from revision_line where revision_number = ? order by line_id",
        revision);
  }

  private static List<String> digests(Connection connection, String sql, int revision)
      throws SQLException {
    List<String> digests = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, revision);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          digests.add(rows.getString(1));
        }
      }
    }
    return digests;
  }
}
