package org.chancery.revision;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.chancery.database.Chunks;
import org.chancery.proof.CanonicalJson;
import org.chancery.record.RecordClock;
import org.hibernate.Session;

/**
 * Writes the record with all of its past and its proof, revision by revision: what was signed, and
 * all that was signed of. The same record gives the same bytes. docs/document.md has the format.
 */
@ApplicationScoped
public class HistoryExport {

  /** In seconds: a large record takes what it takes. */
  static final int LONGEST = 24 * 60 * 60;

  /** Lines whose rows are held in memory; a meeting's can be large. */
  private static final int LINES_AT_ONCE = 20;

  private static final JsonMapper JSON = new JsonMapper();

  private final EntityManager entities;
  private final RevisionRepository revisions;

  HistoryExport(EntityManager entities, RevisionRepository revisions) {
    this.entities = entities;
    this.revisions = revisions;
  }

  /** Words were erased after the last revision that was asked for. */
  public static final class ErasedSinceException extends RuntimeException {}

  /**
   * Writes all revisions up to one.
   *
   * @param to is flushed, and left open
   * @param upTo the last one at most; those that the record has are written
   * @param progress is told the number of each revision
   * @return how many there are
   * @throws IOException where it cannot be written to
   * @throws ErasedSinceException where a later revision has erased words: without it the earlier
   *     ones do not say what they signed
   */
  @ActivateRequestContext
  public int write(OutputStream to, int upTo, IntConsumer progress) throws IOException {
    QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LONGEST));
    try {
      int last = Math.min(upTo, RecordClock.lastRevision(entities));
      if (revisions.lastThatErased() > last) {
        throw new ErasedSinceException();
      }
      for (int number = 1; number <= last; number++) {
        write(to, number);
        progress.accept(number);
      }
      to.flush();
      return last;
    } catch (UncheckedIOException failure) {
      throw Objects.requireNonNull(failure.getCause());
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private void write(OutputStream to, int number) {
    Revision revision =
        entities
            .createQuery("from Revision r where r.number = :number", Revision.class)
            .setParameter("number", number)
            .getSingleResult();
    RevisionProof proof = entities.find(RevisionProof.class, number);
    ObjectNode header = JSON.createObjectNode().put(HistoryLine.REVISION, number);
    header
        .put("id", revision.uuid().toString())
        .put("at", revision.getAt().toString())
        .put("editor", revision.getEditor());
    if (revision.getReason() != null) {
      header.put("reason", revision.getReason());
    }
    header
        .put("salt", proof.getSalt())
        .put("root", proof.getRoot())
        .put("origin", proof.head().origin())
        .put("signer", proof.head().signer())
        .put("signature", proof.head().signature())
        .put("leaf", proof.getLeaf());
    line(to, header.toString());
    RecordChange.each(entities, number, change -> line(to, change.inHistory().toString()));
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              List<RevisionLine> lines = RevisionLine.of(connection, number);
              for (List<RevisionLine> some : Chunks.of(lines, LINES_AT_ONCE)) {
                rows(to, connection, number, some);
              }
            });
    entities
        .createQuery(
            "from ErasedDigest e where e.revisionNumber = :number order by e.position",
            ErasedDigest.class)
        .setParameter("number", number)
        .getResultList()
        .forEach(one -> line(to, "{\"%s\":%s}".formatted(HistoryLine.ERASED, one.getDocument())));
    entities.clear();
  }

  private static void rows(
      OutputStream to, Connection connection, int revision, List<RevisionLine> lines)
      throws SQLException {
    Map<ThingKind, List<UUID>> ofKinds = new EnumMap<>(ThingKind.class);
    Map<UUID, List<String>> rows = new HashMap<>();
    for (RevisionLine line : lines) {
      ofKinds.computeIfAbsent(line.kind(), any -> new ArrayList<>()).add(line.id());
      rows.put(line.id(), new ArrayList<>());
    }
    for (Map.Entry<ThingKind, List<UUID>> kind : ofKinds.entrySet()) {
      LineDigests.rows(
          connection,
          revision,
          kind.getKey(),
          kind.getValue(),
          (line, told) -> Objects.requireNonNull(rows.get(line)).add(CanonicalJson.of(told)));
    }
    for (RevisionLine line : lines) {
      line(
          to,
          JSON.createObjectNode()
              .put(HistoryLine.LINE, line.id().toString())
              .put("kind", line.kind().name())
              .put("salt", line.salt())
              .put("digest", line.digest())
              .toString());
      Objects.requireNonNull(rows.get(line.id())).forEach(row -> line(to, row));
    }
  }

  private static void line(OutputStream to, String line) {
    try {
      to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
