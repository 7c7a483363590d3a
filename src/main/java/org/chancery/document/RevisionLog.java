package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordClock;
import org.chancery.revision.Author;
import org.chancery.revision.HistoryWriter;
import org.chancery.revision.RecordChange;
import org.chancery.revision.Revision;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/** One revision while it is written: it begins with its first change. */
final class RevisionLog {

  private final EntityManager entities;
  private final RecordClock.Moment moment;
  private @Nullable Revision revision;
  private int changes;
  private final Map<ThingKind, Set<UUID>> lines = new EnumMap<>(ThingKind.class);

  RevisionLog(EntityManager entities, RecordClock.Moment moment) {
    this.entities = entities;
    this.moment = moment;
  }

  RecordClock.Moment moment() {
    return moment;
  }

  /**
   * Notes a change.
   *
   * @param author of the revision, if it is the first change
   * @param kind of the line
   * @param line the id of the thing that has a line of its own
   * @param before null where the thing is new
   * @param after null where it is gone
   */
  void note(
      Author author,
      ThingKind kind,
      UUID line,
      @Nullable DocumentPart before,
      @Nullable DocumentPart after) {
    if (revision == null) {
      revision = new Revision(moment, author);
      entities.persist(revision);
    }
    changes++;
    lines.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(line);
    DocumentPart thing = after == null ? Objects.requireNonNull(before) : after;
    entities.persist(
        new RecordChange(
            revision,
            changes,
            thing.kind(),
            thing.id(),
            line,
            thing.key(),
            before == null ? null : before.members().toString(),
            after == null ? null : after.members().toString()));
  }

  int changes() {
    return changes;
  }

  /** Writes what is still in memory; where nothing has changed there is no revision. */
  void write() {
    if (changes > 0) {
      entities.flush();
      HistoryWriter.write(entities, moment.revision(), lines);
      lines.clear();
      RecordClock.advance(entities, moment);
    }
  }
}
