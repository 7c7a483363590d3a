package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The digests that those of a revision have by now, since words were erased from it. */
record ErasedDigests(List<ErasedDigest> all) {

  static ErasedDigests of(EntityManager entities, int revision) {
    return new ErasedDigests(
        entities
            .createQuery(
                "from ErasedDigest e where e.ofRevision = :revision order by e.revisionNumber, e.position",
                ErasedDigest.class)
            .setParameter("revision", revision)
            .getResultList());
  }

  /**
   * The digest that something has to have now.
   *
   * @param change its place; null for a line, or for who wrote the revision and why
   * @param line null for a change, or for who and why
   * @param signed the digest that it had when its revision was written
   * @return empty where one does not follow the other
   */
  String now(@Nullable Integer change, @Nullable UUID line, String signed) {
    String digest = signed;
    for (ErasedDigest one : all) {
      if (Objects.equals(one.changePosition(), change) && Objects.equals(one.lineId(), line)) {
        if (!one.before().equals(digest)) {
          return "";
        }
        digest = one.after();
      }
    }
    return digest;
  }

  /**
   * The digest of who and why that the revision has in its leaf.
   *
   * @param now the one of what it says
   * @return empty where one does not follow the other
   */
  String signedAuthor(String now) {
    String signed =
        all.stream()
            .filter(one -> one.changePosition() == null && one.lineId() == null)
            .map(ErasedDigest::before)
            .findFirst()
            .orElse(now);
    return now(null, null, signed).equals(now) ? signed : "";
  }
}
