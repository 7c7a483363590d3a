package org.chancery.revision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.chancery.database.Chunks;
import org.chancery.proof.SaltedDigest;
import org.chancery.proof.SignedHead;
import org.chancery.proof.SigningKey;
import org.chancery.proof.TreeCheck;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the database holds what was signed: the log against its signed heads, the history
 * against the log, and the present against the history.
 */
@ApplicationScoped
public class RecordVerification {

  /** More would say nothing new. */
  private static final int MOST_FAULTS = 20;

  /** Lines whose rows are read at once. */
  private static final int LINES_AT_ONCE = 50;

  private final EntityManager entities;
  private final SigningKey key;

  RecordVerification(EntityManager entities, SigningKey key) {
    this.entities = entities;
    this.key = key;
  }

  /**
   * What was found.
   *
   * @param head of the record; null where it has no revision
   * @param faults what does not fit, the first revision first; as many as are told
   */
  public record Result(@Nullable SignedHead head, List<String> faults) {}

  /**
   * Checks all of the record, as it is at this moment.
   *
   * @param kept heads that somebody has kept: signed notes
   * @param progress is told the number of each revision that was read
   */
  @ActivateRequestContext
  public Result verify(List<String> kept, IntConsumer progress) {
    return QuarkusTransaction.joiningExisting()
        .timeout(HistoryExport.LONGEST)
        .call(
            () ->
                entities
                    .unwrap(Session.class)
                    .doReturningWork(connection -> new Run(connection, progress).all(kept)));
  }

  /**
   * Checks a head.
   *
   * @param root of its tree
   * @param faults is told what does not fit
   * @return whether it is signed
   */
  static boolean checkHead(SignedHead head, String root, Consumer<String> faults) {
    if (!root.equals(head.root())) {
      faults.accept(
          "The head of revision %d has another root than its tree.".formatted(head.size()));
    }
    boolean isSigned = head.isSigned();
    if (!isSigned) {
      faults.accept(
          "The head of revision %d is not signed by the key that it names.".formatted(head.size()));
    }
    return isSigned;
  }

  /** One look at the record. */
  private final class Run {

    private final Connection connection;
    private final IntConsumer progress;
    private final TreeCheck tree;
    private final List<String> faults = new ArrayList<>();
    private @Nullable SignedHead head;

    Run(Connection connection, IntConsumer progress) throws SQLException {
      this.connection = connection;
      this.progress = progress;
      this.tree = new TreeCheck(connection);
    }

    Result all(List<String> kept) throws SQLException {
      revisions();
      for (String note : kept) {
        String fault = tree.faultOf(note, key);
        if (fault != null) {
          fault(fault);
        }
      }
      String nodes = tree.faultOfNodes();
      if (nodes != null) {
        fault(nodes);
      }
      new StoredRows(entities, connection, this::fault).check();
      return new Result(head, List.copyOf(faults));
    }

    private void fault(String what) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(what);
      }
    }

    private void revisions() throws SQLException {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select r.number, r.id, r.written_at, r.editor, r.reason, p.salt, p.root, p.origin, p.signer, p.signature, p.leaf"
                  + " from revision r left join revision_proof p on p.revision_number = r.number order by r.number")) {
        query.setFetchSize(LINES_AT_ONCE);
        try (ResultSet rows = query.executeQuery()) {
          Instant last = Instant.MIN;
          int number = 0;
          while (rows.next()) {
            number++;
            if (rows.getInt(1) != number) {
              fault("Revision %d is not there.".formatted(number));
              return;
            }
            if (rows.getString("root") == null) {
              fault("Revision %d has no head.".formatted(number));
              return;
            }
            Instant at = rows.getObject(3, OffsetDateTime.class).toInstant();
            if (!at.isAfter(last)) {
              fault("Revision %d is not after the one before it.".formatted(number));
            }
            last = at;
            revision(number, at, rows);
            progress.accept(number);
          }
        }
      }
    }

    private void revision(int number, Instant at, ResultSet row) throws SQLException {
      ErasedDigests erased = ErasedDigests.of(entities, number);
      List<String> changes = changes(number, erased);
      List<String> lines = lines(number, erased);
      String salt = row.getString(6);
      String author =
          SaltedDigest.isSalt(salt)
              ? erased.signedAuthor(RevisionSeal.author(salt, row.getString(4), row.getString(5)))
              : "";
      String leaf =
          RevisionSeal.leaf(
              number,
              row.getObject(2, UUID.class),
              at,
              author,
              changes,
              lines,
              RevisionSeal.erased(entities, number));
      boolean isInTheTree = tree.add(leaf) && leaf.equals(row.getString("leaf"));
      if (!isInTheTree) {
        fault(
            "Revision %d is not what was signed: its number, id or time, who wrote it or why, or which things and lines it changed."
                .formatted(number));
      }
      SignedHead signed =
          new SignedHead(
              row.getString(8), number, row.getString(7), row.getString(9), row.getString(10));
      if (checkHead(signed, isInTheTree ? tree.root() : signed.root(), this::fault)
          && !signed.signer().equals(key.publicKeyInBase64())) {
        fault(
            "The head of revision %d is signed with another key than the one in \"%s\"."
                .formatted(number, key.path()));
      }
      head = signed;
    }

    /** The digests of a revision's changes, reckoned anew. */
    private List<String> changes(int revision, ErasedDigests erased) {
      List<String> digests = new ArrayList<>();
      RecordChange.each(
          entities,
          revision,
          change -> {
            String digest = digest(change);
            if (digest.isEmpty()
                || !digest.equals(erased.now(change.position(), null, change.digest()))
                || !change.isWrittenCanonically()) {
              fault(
                  "Revision %d: what it says of %s is not what was signed."
                      .formatted(revision, change.named()));
            }
            digests.add(signed(change.digest()));
          });
      return digests;
    }

    /** Empty where it is no digest. */
    private static String signed(String digest) {
      return digest.matches("[0-9a-f]{64}") ? digest : "";
    }

    /** Empty where it has not the form of a change. */
    private static String digest(RecordChange change) {
      try {
        return change.reckonedDigest();
      } catch (IllegalArgumentException malformed) {
        return "";
      }
    }

    /** Those of its lines. */
    private List<String> lines(int revision, ErasedDigests erased) throws SQLException {
      Map<UUID, String> stored = new LinkedHashMap<>();
      Map<ThingKind, Map<UUID, String>> salts = new EnumMap<>(ThingKind.class);
      for (RevisionLine line : RevisionLine.of(connection, revision)) {
        stored.put(line.id(), line.digest());
        if (SaltedDigest.isSalt(line.salt())) {
          salts
              .computeIfAbsent(line.kind(), any -> new LinkedHashMap<>())
              .put(line.id(), line.salt());
        } else {
          fault("Revision %d: a salt is none.".formatted(revision));
        }
      }
      Map<UUID, String> reckoned = new HashMap<>();
      for (Map.Entry<ThingKind, Map<UUID, String>> ofKind : salts.entrySet()) {
        List<UUID> ids = List.copyOf(ofKind.getValue().keySet());
        for (List<UUID> chunk : Chunks.of(ids, LINES_AT_ONCE)) {
          Map<UUID, String> some = new LinkedHashMap<>();
          chunk.forEach(id -> some.put(id, ofKind.getValue().get(id)));
          reckoned.putAll(LineDigests.of(connection, revision, ofKind.getKey(), some));
        }
        for (UUID id : ids) {
          if (!erased
              .now(null, id, Objects.requireNonNull(stored.get(id)))
              .equals(reckoned.get(id))) {
            fault(
                "Revision %d: the rows that it made of %s in the history are not what was signed."
                    .formatted(revision, named(ofKind.getKey(), id)));
          }
        }
      }
      return stored.values().stream().map(Run::signed).toList();
    }

    private String named(ThingKind kind, UUID id) {
      return entities
          .createQuery(
              "from RecordChange c where c.thingId = :id order by c.revisionNumber",
              RecordChange.class)
          .setParameter("id", id)
          .setMaxResults(1)
          .getResultStream()
          .map(RecordChange::named)
          .findFirst()
          .orElse("the %s with the id %s".formatted(kind.name().toLowerCase(Locale.ROOT), id));
    }
  }
}
