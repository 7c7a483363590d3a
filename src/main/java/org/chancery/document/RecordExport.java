package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.chancery.database.PastSchema;
import org.chancery.record.RecordClock;
import org.chancery.revision.Revision;
import org.chancery.revision.RevisionRepository;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record as a document: all of it as of one moment, each thing after those that it
 * names, those of a type by their ids. The same record gives the same bytes.
 */
@ApplicationScoped
public class RecordExport {

  /** So many things are held in memory. */
  static final int THINGS_AT_ONCE = 50;

  private final EntityManager entities;
  private final RevisionRepository revisions;
  private final DocumentFormat format = new DocumentFormat();

  RecordExport(EntityManager entities, RevisionRepository revisions) {
    this.entities = entities;
    this.revisions = revisions;
  }

  /**
   * What a document is written of.
   *
   * @param revision its number; 0 where there is none
   * @param at when it was written; null where there is none
   * @param erased the last revision that erased words, from all of the past; 0 where none did
   */
  public record Source(int revision, @Nullable Instant at, int erased) {

    /** The same for what says the same, also where a record was put back as it was before. */
    public String tag() {
      return at == null
          ? "0"
          : revision
              + "-"
              + Long.toString(at.toEpochMilli(), Character.MAX_RADIX)
              + (erased == 0 ? "" : "-" + erased);
    }
  }

  /**
   * Which part of the record is written; at most one is not null.
   *
   * @param since what has changed since this revision, which is not after the one that is written
   * @param meetings those with these keys, with all that they name
   */
  public record Part(@Nullable Integer since, @Nullable List<String> meetings) {

    public static final Part ALL = new Part(null, null);
  }

  /**
   * The revision as of which the record is asked.
   *
   * @param revision null for the last one
   * @param at the moment of which the last revision is meant; null where the number is given
   * @throws NoSuchElementException where the record has no such revision yet
   */
  @Transactional
  public Source source(@Nullable Integer revision, @Nullable Instant at) {
    int last = RecordClock.lastRevision(entities);
    int number =
        at != null
            ? revisions.numbersAt(List.of(at)).getOrDefault(at, 0)
            : revision == null ? last : revision;
    if (number > last) {
      throw new NoSuchElementException(
          "There is no revision %d: the last one is %d.".formatted(number, last));
    }
    Revision written = revisions.mapByNumbers(List.of(number)).get(number);
    return new Source(number, written == null ? null : written.getAt(), revisions.lastThatErased());
  }

  /**
   * Writes the record as it is.
   *
   * @param to is flushed, and left open
   * @return how many lines it has
   * @throws IOException where it cannot be written to
   */
  @ActivateRequestContext
  public int write(OutputStream to) throws IOException {
    return write(to, Integer.MAX_VALUE);
  }

  /**
   * The same as of a revision.
   *
   * @param revision one that the record has, or will have: then it is written as it is
   */
  @ActivateRequestContext
  public int write(OutputStream to, int revision) throws IOException {
    return write(to, revision, Part.ALL);
  }

  /** The same of a part of the record. */
  @ActivateRequestContext
  public int write(OutputStream to, int revision, Part part) throws IOException {
    int lines =
        each(revision, part, line -> to.write((line + "\n").getBytes(StandardCharsets.UTF_8)));
    to.flush();
    return lines;
  }

  /** Takes the lines of the record. */
  @FunctionalInterface
  interface Lines {
    void take(ObjectNode line) throws IOException;
  }

  /**
   * Gives out the lines of the record as of a revision.
   *
   * @return how many there are
   */
  @ActivateRequestContext
  int each(int revision, Lines lines) throws IOException {
    return each(revision, Part.ALL, lines);
  }

  private int each(int revision, Part part, Lines lines) throws IOException {
    QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(DocumentLoader.LONGEST));
    try {
      int last = RecordClock.lastRevision(entities);
      return revision < last ? readPast(lines, revision, part) : readLines(lines, last, part);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private int readPast(Lines to, int revision, Part part) throws IOException {
    Session session = entities.unwrap(Session.class);
    try {
      PastSchema.enter(session, revision);
      return readLines(to, revision, part);
    } finally {
      PastSchema.leaveAtTheEnd(session);
    }
  }

  private int readLines(Lines to, int revision, Part part) throws IOException {
    LineReader reader = new LineReader(entities, format.canonicalForm());
    if (part.since() != null) {
      return new LinesSince(entities, reader, part.since(), revision).write(to);
    }
    if (part.meetings() != null) {
      return new LinesOfMeetings(entities, reader, part.meetings()).write(to);
    }
    int lines = 0;
    for (RecordType type : RecordType.OF_LINES) {
      for (List<UUID> ids = after(type, null);
          !ids.isEmpty();
          ids = after(type, ids.get(ids.size() - 1))) {
        Map<UUID, ObjectNode> things = reader.read(type, ids);
        for (UUID id : ids) {
          to.take(Objects.requireNonNull(things.get(id)));
        }
        lines += ids.size();
      }
    }
    return lines;
  }

  /** The next ids of a type; the first ones where none came before. */
  private List<UUID> after(RecordType type, @Nullable UUID last) {
    var query =
        entities.createQuery(
            "select e.id from %s e %s order by e.id"
                .formatted(type.entityName(), last == null ? "" : "where e.id > :last"),
            UUID.class);
    if (last != null) {
      query.setParameter("last", last);
    }
    return query.setMaxResults(THINGS_AT_ONCE).getResultList();
  }
}
