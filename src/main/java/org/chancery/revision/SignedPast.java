package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.chancery.proof.SaltedDigest;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of the past of some lines while words are erased from them. What changes by
 * that gets another salt, and the revision that erases vouches for its digest.
 */
final class SignedPast {

  private final EntityManager entities;

  /** The one that erases. */
  private final Revision eraser;

  private final int revision;

  private final UUID[] ids;

  /** Of the lines in the revisions before it, as they were until words were erased. */
  private final Map<RevisionLine, String> digests = new LinkedHashMap<>();

  private int erased;

  SignedPast(EntityManager entities, Revision eraser, Map<ThingKind, Set<UUID>> lines) {
    this.entities = entities;
    this.eraser = eraser;
    this.revision = eraser.getNumber();
    this.ids = lines.values().stream().flatMap(Collection::stream).toArray(UUID[]::new);
    this.erased =
        Objects.requireNonNullElse(
            entities
                .createQuery(
                    "select max(e.position) from ErasedDigest e where e.revisionNumber = :revision",
                    Integer.class)
                .setParameter("revision", revision)
                .getSingleResult(),
            0);
  }

  /**
   * Reads what the log says of the lines.
   *
   * @return whether the record says what was signed: nothing else is to be vouched for
   */
  boolean holds() {
    Map<Integer, ErasedDigests> erasedOf = new HashMap<>();
    IntFunction<ErasedDigests> erasedIn =
        number -> erasedOf.computeIfAbsent(number, one -> ErasedDigests.of(entities, one));
    for (RevisionLine line :
        entities
            .unwrap(Session.class)
            .doReturningWork(
                connection -> RevisionLine.before(connection, revision, List.of(ids)))) {
      digests.put(line, reckoned(line));
    }
    return changes().stream()
            .allMatch(
                change ->
                    change
                        .reckonedDigest()
                        .equals(
                            erasedIn
                                .apply(change.revisionNumber())
                                .now(change.position(), null, change.digest())))
        && digests.entrySet().stream()
            .allMatch(
                one ->
                    !one.getValue().isEmpty()
                        && erasedIn
                            .apply(one.getKey().revision())
                            .now(null, one.getKey().id(), one.getKey().digest())
                            .equals(one.getValue()));
  }

  /** The changes of the lines, and of what they carry. */
  private List<RecordChange> changes() {
    return entities
        .createQuery(
            "from RecordChange c where one_of(:lines, c.lineId) order by c.revisionNumber, c.position",
            RecordChange.class)
        .setParameter("lines", ids)
        .getResultList();
  }

  /** Empty where the salt is none. */
  private String reckoned(RevisionLine line) {
    return SaltedDigest.isSalt(line.salt())
        ? entities
            .unwrap(Session.class)
            .doReturningWork(
                connection ->
                    Objects.requireNonNull(
                        LineDigests.of(
                                connection,
                                line.revision(),
                                line.kind(),
                                Map.of(line.id(), line.salt()))
                            .get(line.id())))
        : "";
  }

  /**
   * Has the changes say what is left.
   *
   * @param members of the things as a revision left them, by their ids, as a change has them
   */
  void restateChanges(IntFunction<Map<UUID, String>> members) {
    Map<Integer, List<RecordChange>> ofRevisions = new TreeMap<>();
    changes()
        .forEach(
            change ->
                ofRevisions
                    .computeIfAbsent(change.revisionNumber(), any -> new ArrayList<>())
                    .add(change));
    ofRevisions.forEach(
        (number, changes) -> {
          Map<UUID, String> left = members.apply(number);
          for (RecordChange change : changes) {
            String before = change.reckonedDigest();
            if (change.restate(left, number == revision) && number < revision) {
              vouch(number, change.position(), null, before, change.reckonedDigest());
            }
            // What was read of another time has taken it out of the session.
            entities.merge(change);
          }
        });
    entities.flush();
    entities
        .createNativeQuery(
            "update record_change c set before_members = (select p.after_members from record_change p where p.thing_id = c.thing_id"
                + " and p.revision_number < c.revision_number order by p.revision_number desc limit 1)"
                + " where c.before_members is not null and c.thing_id in (select o.thing_id from record_change o where o.line_id = any(:ids))")
        .setParameter("ids", ids)
        .executeUpdate();
    entities.clear();
  }

  /** Has the log say what is left of the rows of the lines. */
  void restateLines() {
    digests.forEach(
        (line, before) -> {
          if (!reckoned(line).equals(before)) {
            String salt = SaltedDigest.newSalt();
            vouch(line.revision(), null, line.id(), before, reckoned(line.salted(salt)));
            entities
                .createNativeQuery(
                    "update revision_line set salt = :salt where revision_number = :revision and line_id = :line")
                .setParameter("salt", salt)
                .setParameter("revision", line.revision())
                .setParameter("line", line.id())
                .executeUpdate();
          }
        });
  }

  /**
   * Erases words from the reasons of the revisions that changed the lines.
   *
   * @return how many had any
   */
  int eraseReasons(Blackout blackout) {
    int found = 0;
    for (Revision written :
        entities
            .createQuery(
                "from Revision r where r.number < :revision and r.reason is not null and r.number in"
                    + " (select c.revisionNumber from RecordChange c where one_of(:lines, c.lineId))",
                Revision.class)
            .setParameter("revision", revision)
            .setParameter("lines", ids)
            .getResultList()) {
      String reason = written.getReason();
      if (blackout.touches(reason)) {
        RevisionProof proof = entities.find(RevisionProof.class, written.getNumber());
        String before = RevisionSeal.author(proof.getSalt(), written.getEditor(), reason);
        String salt = SaltedDigest.newSalt();
        String left = blackout.value(reason);
        vouch(
            written.getNumber(),
            null,
            null,
            before,
            RevisionSeal.author(salt, written.getEditor(), left));
        entities
            .createQuery("update Revision r set r.reason = :reason where r.number = :number")
            .setParameter("reason", left)
            .setParameter("number", written.getNumber())
            .executeUpdate();
        entities
            .createQuery(
                "update RevisionProof p set p.salt = :salt where p.revisionNumber = :number")
            .setParameter("salt", salt)
            .setParameter("number", written.getNumber())
            .executeUpdate();
        found++;
      }
    }
    return found;
  }

  private void vouch(
      int of, @Nullable Integer change, @Nullable UUID line, String before, String after) {
    erased++;
    entities.persist(new ErasedDigest(eraser, erased, of, change, line, before, after));
  }
}
