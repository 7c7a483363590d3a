package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.record.RecordClock;
import org.jspecify.annotations.Nullable;

/** Takes back what a revision did, line by line. */
final class RevisionUndo {

  private static final String ARGUMENT = "/revision";

  /** Conflicts that are told. */
  private static final int MOST_TOLD = 20;

  /** Changes of the revision: the lines that it touched are in memory, as they were and are. */
  private static final int MOST_UNDONE = 10_000;

  private final EntityManager entities;
  private final PastLines reader;
  private final LineEdit edit;
  private final int revision;

  RevisionUndo(EntityManager entities, CanonicalForm form, LineEdit edit, int revision) {
    this.entities = entities;
    this.reader = new PastLines(entities, form);
    this.edit = edit;
    this.revision = revision;
  }

  void undo() {
    if (revision < 1 || revision > RecordClock.lastRevision(entities)) {
      edit.fault(ARGUMENT, FaultKind.NOT_FOUND, "There is no revision %d.".formatted(revision));
      return;
    }
    if (number("ErasedDigest") > 0) {
      edit.fault(ARGUMENT, FaultKind.INVALID, "It erased words, which are gone for good.");
      return;
    }
    long changes = number("RecordChange");
    if (changes > MOST_UNDONE) {
      edit.fault(
          ARGUMENT,
          FaultKind.INVALID,
          "It made %,d changes, and those of a revision are undone up to %,d: withdraw or amend things one by one, or with a document."
              .formatted(changes, MOST_UNDONE));
      return;
    }
    Map<RecordType, Set<UUID>> lines = LinesSince.changed(entities, revision - 1, revision);
    Map<UUID, ObjectNode> before = reader.asOf(revision - 1, lines);
    Map<UUID, ObjectNode> after = reader.asOf(revision, lines);
    Map<UUID, ObjectNode> now = reader.now(lines);
    List<Write> writing = new ArrayList<>();
    List<Runnable> withdrawingFirst = new ArrayList<>();
    List<Runnable> withdrawing = new ArrayList<>();
    List<DocumentPart> conflicts = new ArrayList<>();
    for (RecordType type : RecordType.OF_LINES) {
      for (UUID id : lines.getOrDefault(type, Set.of())) {
        UndoneLine undone = new UndoneLine(before.get(id), after.get(id), now.get(id));
        conflicts.addAll(undone.changedSince(id));
        ObjectNode line = undone.line(id);
        if (line != null) {
          writing.add(new Write(id, line, now.get(id)));
        } else if (now.containsKey(id)) {
          // Nothing names a meeting, and another may have had what it has.
          (type == RecordType.MEETING ? withdrawingFirst : withdrawing)
              .add(0, () -> edit.withdrawUndone(type, id, ARGUMENT));
        }
      }
    }
    if (conflicts.isEmpty()) {
      withdrawingFirst.forEach(Runnable::run);
      inOrder(writing).forEach(one -> write(one.id(), one.line()));
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

  /**
   * A line to be written.
   *
   * @param now null where it is not there
   */
  private record Write(UUID id, ObjectNode line, @Nullable ObjectNode now) {

    /** What it gets that another line has now. */
    boolean takesFrom(Write other) {
      Set<String> gained = new HashSet<>(line.findValuesAsText("id"));
      if (now != null) {
        gained.removeAll(now.findValuesAsText("id"));
      }
      return !other.id.equals(id)
          && other.now != null
          && other.now.findValuesAsText("id").stream().anyMatch(gained::contains);
    }
  }

  /** What gives something away goes before what takes it. */
  private static List<Write> inOrder(List<Write> lines) {
    List<Write> ordered = new ArrayList<>();
    for (Write line : lines) {
      int at = ordered.size();
      for (int i = 0; i < ordered.size() && at == ordered.size(); i++) {
        at = ordered.get(i).takesFrom(line) ? i : at;
      }
      ordered.add(at, line);
    }
    return ordered;
  }

  private void write(UUID id, ObjectNode line) {
    edit.revive(id);
    edit.writeUndone(
        line,
        "The %s \"%s\" cannot be as it was: "
            .formatted(line.path("type").asText(), line.path("key").asText()),
        ARGUMENT);
  }

  private static String named(DocumentPart part) {
    String word = part.kind().name().toLowerCase(Locale.ROOT);
    return part.key() == null
        ? "The %s with the id %s".formatted(word, part.id())
        : "The %s \"%s\"".formatted(word, part.key());
  }

  /** How many of these the revision has. */
  private long number(String entity) {
    return entities
        .createQuery(
            "select count(*) from %s e where e.revisionNumber = :revision".formatted(entity),
            Long.class)
        .setParameter("revision", revision)
        .getSingleResult();
  }
}
