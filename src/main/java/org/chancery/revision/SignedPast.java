package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final Map<LineOfRevision, SaltedLine> digests = new HashMap<>();
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

  private record LineOfRevision(int revision, UUID line) {}

  private record SaltedLine(ThingKind kind, String salt, String digest) {}

  /** The digests that those of a revision have by now, since words were erased from it. */
  record Erased(List<ErasedDigest> all) {

    static Erased of(EntityManager entities, int revision) {
      return new Erased(
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

  /** Whether the record says of the lines what was signed: nothing else is to be vouched for. */
  boolean holds() {
    Map<Integer, Erased> erasedOf = new HashMap<>();
    IntFunction<Erased> erasedIn =
        number -> erasedOf.computeIfAbsent(number, one -> Erased.of(entities, one));
    boolean changesHold =
        changes(0).stream()
            .allMatch(
                change ->
                    change
                        .reckonedDigest()
                        .equals(
                            erasedIn
                                .apply(change.revisionNumber())
                                .now(change.position(), null, change.digest())));
    Map<LineOfRevision, SaltedLine> stored = stored();
    Map<LineOfRevision, String> reckoned = reckoned(stored);
    digests.putAll(stored);
    return changesHold
        && stored.entrySet().stream()
            .allMatch(
                one ->
                    erasedIn
                        .apply(one.getKey().revision())
                        .now(null, one.getKey().line(), one.getValue().digest())
                        .equals(reckoned.get(one.getKey())));
  }

  /** The changes of the lines, and of what they carry, from a revision on. */
  private List<RecordChange> changes(int from) {
    return entities
        .createQuery(
            "from RecordChange c where one_of(:lines, c.lineId) and c.revisionNumber >= :from order by c.revisionNumber, c.position",
            RecordChange.class)
        .setParameter("lines", ids)
        .setParameter("from", from)
        .getResultList();
  }

  private Map<LineOfRevision, SaltedLine> stored() {
    Map<LineOfRevision, SaltedLine> found = new HashMap<>();
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              try (PreparedStatement query =
                  connection.prepareStatement(
                      "select revision_number, line_id, line_kind, salt, digest from revision_line where line_id = any(?) and revision_number < ?")) {
                query.setArray(1, connection.createArrayOf("uuid", ids));
                query.setInt(2, revision);
                try (ResultSet rows = query.executeQuery()) {
                  while (rows.next()) {
                    found.put(
                        new LineOfRevision(rows.getInt(1), rows.getObject(2, UUID.class)),
                        new SaltedLine(
                            ThingKind.valueOf(rows.getString(3)),
                            rows.getString(4),
                            rows.getString(5)));
                  }
                }
              }
            });
    return found;
  }

  private Map<LineOfRevision, String> reckoned(Map<LineOfRevision, SaltedLine> salted) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> reckoned(connection, salted));
  }

  private static Map<LineOfRevision, String> reckoned(
      Connection connection, Map<LineOfRevision, SaltedLine> salted) throws SQLException {
    Map<LineOfRevision, String> reckoned = new HashMap<>();
    for (Map.Entry<LineOfRevision, SaltedLine> one : salted.entrySet()) {
      int number = one.getKey().revision();
      UUID line = one.getKey().line();
      SaltedLine of = one.getValue();
      if (SaltedDigest.isSalt(of.salt())) {
        LineDigests.of(connection, number, of.kind(), Map.of(line, of.salt()))
            .forEach((id, digest) -> reckoned.put(new LineOfRevision(number, id), digest));
      }
    }
    return reckoned;
  }

  /**
   * Has the changes say what is left.
   *
   * @param members of the things as a revision left them, by their ids, as a change has them
   */
  void restateChanges(IntFunction<Map<UUID, String>> members) {
    Map<Integer, List<RecordChange>> ofRevisions = new TreeMap<>();
    changes(0)
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
    Map<LineOfRevision, String> left = reckoned(digests);
    Map<LineOfRevision, SaltedLine> salted = new HashMap<>();
    Map<LineOfRevision, String> before = before();
    left.forEach(
        (line, digest) -> {
          if (!digest.equals(before.get(line))) {
            SaltedLine old = Objects.requireNonNull(digests.get(line));
            salted.put(line, new SaltedLine(old.kind(), SaltedDigest.newSalt(), old.digest()));
          }
        });
    reckoned(salted)
        .forEach(
            (line, digest) -> {
              vouch(
                  line.revision(),
                  null,
                  line.line(),
                  Objects.requireNonNull(before.get(line)),
                  digest);
              entities
                  .createNativeQuery(
                      "update revision_line set salt = :salt where revision_number = :revision and line_id = :line")
                  .setParameter("salt", Objects.requireNonNull(salted.get(line)).salt())
                  .setParameter("revision", line.revision())
                  .setParameter("line", line.line())
                  .executeUpdate();
            });
  }

  /** What the digests were until now. */
  private Map<LineOfRevision, String> before() {
    Map<LineOfRevision, String> before = new HashMap<>();
    digests.forEach(
        (line, salted) ->
            before.put(
                line,
                Erased.of(entities, line.revision()).now(null, line.line(), salted.digest())));
    return before;
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
