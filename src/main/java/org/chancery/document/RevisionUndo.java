package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.database.PastSchema;
import org.chancery.record.RecordClock;
import org.chancery.revision.ThingKind;
import org.hibernate.Session;

/** Takes back what a revision did, line by line. */
final class RevisionUndo {

  private static final String ARGUMENT = "/revision";

  /** Conflicts that are told. */
  private static final int MOST_TOLD = 20;

  /** So that whatever names something comes after it. */
  private static final List<RecordType> IN_ORDER =
      List.of(
          RecordType.PARTY,
          RecordType.TOPIC,
          RecordType.PARTICIPANT,
          RecordType.EVENT,
          RecordType.MEETING);

  private final EntityManager entities;
  private final LineReader reader;
  private final LineEdit edit;
  private final int revision;

  RevisionUndo(EntityManager entities, CanonicalForm form, LineEdit edit, int revision) {
    this.entities = entities;
    this.reader = new LineReader(entities, form);
    this.edit = edit;
    this.revision = revision;
  }

  void undo() {
    if (revision < 1 || revision > RecordClock.lastRevision(entities)) {
      edit.fault(ARGUMENT, FaultKind.NOT_FOUND, "There is no revision %d.".formatted(revision));
      return;
    }
    Map<RecordType, Set<UUID>> lines = lines();
    Map<UUID, ObjectNode> before = asOf(revision - 1, lines);
    Map<UUID, ObjectNode> after = asOf(revision, lines);
    Map<UUID, ObjectNode> now = read(lines);
    List<Runnable> writing = new ArrayList<>();
    List<Runnable> withdrawing = new ArrayList<>();
    List<DocumentPart> conflicts = new ArrayList<>();
    for (RecordType type : IN_ORDER) {
      for (UUID id : lines.getOrDefault(type, Set.of())) {
        UndoneLine undone = new UndoneLine(before.get(id), after.get(id), now.get(id));
        conflicts.addAll(undone.changedSince(id));
        ObjectNode line = undone.line(id);
        if (line != null) {
          writing.add(
              () -> {
                edit.revive(id);
                var unused = edit.write(line, null, "");
              });
        } else if (now.containsKey(id)) {
          withdrawing.add(0, () -> edit.withdraw(type, id));
        }
      }
    }
    if (conflicts.isEmpty()) {
      writing.forEach(Runnable::run);
      // What is withdrawn is looked for in the database.
      entities.flush();
      withdrawing.forEach(Runnable::run);
    }
    conflicts.stream()
        .limit(MOST_TOLD)
        .forEach(
            part ->
                edit.fault(
                    ARGUMENT,
                    FaultKind.CONFLICT,
                    "%s was changed since%s.".formatted(named(part), edit.lastChange(part))));
    if (conflicts.size() > MOST_TOLD) {
      edit.fault(
          ARGUMENT,
          FaultKind.CONFLICT,
          "%d more were changed since.".formatted(conflicts.size() - MOST_TOLD));
    }
  }

  private static String named(DocumentPart part) {
    String word = part.kind().name().toLowerCase(Locale.ROOT);
    return part.key() == null
        ? "The %s with the id %s".formatted(word, part.id())
        : "The %s \"%s\"".formatted(word, part.key());
  }

  /** The ids of the lines that it changed. */
  private Map<RecordType, Set<UUID>> lines() {
    Map<RecordType, Set<UUID>> lines = new EnumMap<>(RecordType.class);
    entities
        .createQuery(
            "select c.lineId, c.thingId, c.thingKind from RecordChange c where c.revisionNumber = :revision order by c.position",
            Object[].class)
        .setParameter("revision", revision)
        .getResultList()
        .forEach(
            row -> {
              // Only meetings carry what has no line of its own.
              RecordType type =
                  row[0].equals(row[1]) ? RecordType.of((ThingKind) row[2]) : RecordType.MEETING;
              lines.computeIfAbsent(type, any -> new LinkedHashSet<>()).add((UUID) row[0]);
            });
    return lines;
  }

  private Map<UUID, ObjectNode> asOf(
      int number, Map<RecordType, ? extends Collection<UUID>> lines) {
    Session session = entities.unwrap(Session.class);
    entities.flush();
    entities.clear();
    PastSchema.enter(session, number);
    try {
      return read(lines);
    } finally {
      PastSchema.leave(session);
      entities.clear();
    }
  }

  private Map<UUID, ObjectNode> read(Map<RecordType, ? extends Collection<UUID>> lines) {
    Map<UUID, ObjectNode> read = new LinkedHashMap<>();
    lines.forEach((type, ids) -> read.putAll(reader.read(type, ids)));
    return read;
  }
}
