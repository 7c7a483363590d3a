package org.chancery.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.chancery.proof.SignedHead;
import org.hibernate.Session;

/** The log as others read it: heads, and tiles of its tree (c2sp.org/tlog-tiles). */
@ApplicationScoped
@ActivateRequestContext
@Transactional
public class PublicLog {

  /** Hashes, or entries, of a whole tile. */
  public static final int TILE = 256;

  /** Levels of the tree that a level of tiles has. */
  private static final int TILE_HEIGHT = 8;

  /** Of the level of tiles that has the root of the largest tree. */
  private static final int HIGHEST = 3;

  private final EntityManager entities;

  PublicLog(EntityManager entities) {
    this.entities = entities;
  }

  /** The last head; nothing where the record has no revision. */
  public Optional<SignedHead> head() {
    return entities
        .createQuery("from RevisionProof p order by p.revisionNumber desc", RevisionProof.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(RevisionProof::head);
  }

  /** The head as a revision left it; nothing where there is no such revision. */
  public Optional<SignedHead> head(int revision) {
    return Optional.ofNullable(entities.find(RevisionProof.class, revision))
        .map(RevisionProof::head);
  }

  /**
   * A tile of hashes.
   *
   * @param level of tiles, from 0 on
   * @param width how many hashes it has
   * @return nothing where the tree has not so many
   */
  public Optional<byte[]> tile(int level, int index, int width) {
    if (level > HIGHEST || index > Integer.MAX_VALUE / TILE) {
      return Optional.empty();
    }
    int from = TILE * index;
    // Asked by Hibernate, which can end it.
    List<String> hashes =
        entities
            .unwrap(Session.class)
            .createNativeQuery(
                "select hash from proof_node where level = :level and position >= :from and position < :to order by position",
                String.class)
            .setParameter("level", TILE_HEIGHT * level)
            .setParameter("from", from)
            .setParameter("to", from + width)
            .getResultList();
    ByteArrayOutputStream tile = new ByteArrayOutputStream();
    hashes.forEach(hash -> tile.writeBytes(HexFormat.of().parseHex(hash)));
    return hashes.size() == width ? Optional.of(tile.toByteArray()) : Optional.empty();
  }

  /** What the log says of some revisions: each leaf after its length, in two bytes. */
  public Optional<byte[]> entries(int index, int width) {
    if (index > Integer.MAX_VALUE / TILE) {
      return Optional.empty();
    }
    int from = TILE * index;
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    var leaves =
        entities
            .createQuery(
                "select p.leaf from RevisionProof p where p.revisionNumber > :from and p.revisionNumber <= :to order by p.revisionNumber",
                String.class)
            .setParameter("from", from)
            .setParameter("to", from + width)
            .getResultList();
    for (String leaf : leaves) {
      byte[] bytes = leaf.getBytes(StandardCharsets.UTF_8);
      bundle.write(bytes.length >> Byte.SIZE);
      bundle.write(bytes.length);
      bundle.writeBytes(bytes);
    }
    return leaves.size() == width ? Optional.of(bundle.toByteArray()) : Optional.empty();
  }
}
