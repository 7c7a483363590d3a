package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordClock;
import org.chancery.revision.Author;
import org.chancery.revision.ChangeKind;
import org.chancery.revision.Erasure;
import org.chancery.revision.HistoryWriter;
import org.chancery.revision.RecordChange;
import org.chancery.revision.Revision;
import org.chancery.revision.RevisionSeal;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/** One revision while it is written: it begins with its first change. */
final class RevisionLog {

  private final EntityManager entities;
  private final RecordClock.Moment moment;
  private final RevisionSeal seal;
  private final RowWriter rows;
  private @Nullable Revision revision;
  private int changes;
  private boolean isWritten;
  private final Set<UUID> things = new HashSet<>();
  private final Set<UUID> recorded = new HashSet<>();
  private final Set<UUID> gone = new HashSet<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Set<String> erased = new HashSet<>();

  /** The characters of what changes in each line. */
  private final Map<ThingKind, Map<UUID, Integer>> lines = new EnumMap<>(ThingKind.class);

  /**
   * In a transaction.
   *
   * @param sender of many rows, on another thread or on this one
   */
  RevisionLog(
      EntityManager entities,
      RecordClock.Moment moment,
      RevisionSeal seal,
      RowWriter.Sender sender) {
    this.entities = entities;
    this.seal = seal;
    this.moment = moment;
    this.rows = new RowWriter(entities, moment.revision(), sender);
  }

  RecordClock.Moment moment() {
    return moment;
  }

  /** What writes the rows of the revision. */
  RowWriter rows() {
    return rows;
  }

  /**
   * Notes a change.
   *
   * @param author whose reason is one of those of the revision
   * @param kind of the line
   * @param line the id of the thing that has a line of its own
   * @param before null where the thing is new
   * @param after null where it is gone
   * @param goes what becomes of what is gone
   */
  void note(
      Author author,
      ThingKind kind,
      UUID line,
      @Nullable DocumentPart before,
      @Nullable DocumentPart after,
      ChangeKind goes) {
    Revision writing = begin(author);
    DocumentPart thing = after == null ? Objects.requireNonNull(before) : after;
    RecordChange noted = things.add(thing.id()) ? null : changeOf(thing.id());
    changes++;
    if (thing.id().equals(line)) {
      noteLine(line, before == null, after == null);
    }
    String was =
        noted == null ? before == null ? null : before.members().toString() : noted.beforeMembers();
    if (noted != null) {
      entities.remove(noted);
      entities.flush();
    }
    int characters = 0;
    if (was != null || after != null) {
      RecordChange change =
          new RecordChange(
              writing,
              changes,
              thing.kind(),
              thing.id(),
              line,
              thing.key(),
              was,
              after == null ? null : after.members(),
              goes);
      rows.add(change);
      characters = change.size();
    }
    touch(kind, line, characters);
  }

  private void touch(ThingKind kind, UUID line, int characters) {
    lines.computeIfAbsent(kind, any -> new LinkedHashMap<>()).merge(line, characters, Integer::sum);
  }

  /** The history has nothing of what is recorded, unless the same revision has withdrawn it. */
  private void noteLine(UUID line, boolean isNew, boolean isGone) {
    if (isGone) {
      recorded.remove(line);
      gone.add(line);
    } else if (isNew && !gone.contains(line)) {
      recorded.add(line);
    }
  }

  /** The revision, which an edit of an author writes into. */
  Revision begin(Author author) {
    Revision begun = revision;
    if (begun == null) {
      begun = new Revision(moment, author);
      entities.persist(begun);
      // An edit that finds nothing to do writes nothing, and the next one begins with an empty
      // session.
      entities.flush();
      revision = begun;
    }
    if (author.reason() != null) {
      reasons.add(author.reason());
    }
    return begun;
  }

  /** Whether a reason has words in it that are erased; null where nobody says one. */
  boolean isErased(@Nullable String reason) {
    return reason != null && erased.stream().anyMatch(reason::contains);
  }

  /** Whether the record has something since this revision alone. */
  boolean isNew(UUID line) {
    return recorded.contains(line);
  }

  /**
   * Notes that words were erased; what the same revision did to a thing is told already.
   *
   * @param passages which they were, where they were named
   */
  void noteErased(Erasure erasure, List<String> passages) {
    erased.addAll(passages);
    Revision writing = Objects.requireNonNull(revision);
    erasure.lines().forEach((kind, ids) -> ids.forEach(line -> touch(kind, line, 0)));
    for (RecordChange last : erasure.lastChanges()) {
      changes++;
      if (!last.isIn(writing)) {
        things.add(last.thingId());
        rows.add(new RecordChange(writing, changes, last));
      }
    }
  }

  /** The reasons of all edits so far, and of one of an author. */
  Set<String> reasons(Author author) {
    Set<String> all = new HashSet<>(reasons);
    if (author.reason() != null) {
      all.add(author.reason());
    }
    return all;
  }

  private @Nullable RecordChange changeOf(UUID thing) {
    rows.flush();
    return entities
        .createQuery(
            "from RecordChange c where c.thingId = :thing and c.revisionNumber = :revision",
            RecordChange.class)
        .setParameter("thing", thing)
        .setParameter("revision", moment.revision())
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** How many were noted; those of the same thing each for itself. */
  int changes() {
    return changes;
  }

  /** Writes what is still in memory; where nothing has changed there is no revision. */
  void write() {
    if (revision != null) {
      rows.flush();
      String reason = reasons.isEmpty() ? null : String.join("; ", reasons);
      if (!Objects.equals(reason, revision.getReason())) {
        entities
            .createQuery("update Revision r set r.reason = :reason where r.id = :id")
            .setParameter("reason", reason)
            .setParameter("id", revision.uuid())
            .executeUpdate();
      }
      HistoryWriter.write(entities, moment.revision(), lines, recorded, isWritten);
      isWritten = true;
      lines.clear();
      seal.seal(entities, revision, reason);
      RecordClock.advance(entities, moment);
    }
  }
}
