package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.database.ArrayParameters;
import org.chancery.database.Chunks;

/** What the record has of the lines of a document, read for some of them at once. */
final class ExistingThings {

  private static final int AT_ONCE = 50;

  /** A line takes ten times as much memory once it is read. */
  private static final int CHARACTERS_AT_ONCE = 500_000;

  /** Of a statement, beside its text. */
  private static final int OF_ANY_STATEMENT = 300;

  private final RowWriter rows;
  private final LineReader reader;
  private final Map<UUID, List<UUID>> together = new HashMap<>();
  private final Map<UUID, ExistingThing> read = new HashMap<>();

  ExistingThings(RowWriter rows, LineReader reader) {
    this.rows = rows;
    this.reader = reader;
  }

  /** Forgets which were expected. */
  void clear() {
    together.clear();
    read.clear();
  }

  /** These are going to be asked for, in this order. */
  void expect(RecordType type, List<UUID> ids) {
    Map<UUID, Integer> characters = type == RecordType.MEETING ? characters(ids) : Map.of();
    for (List<UUID> some :
        Chunks.of(ids, AT_ONCE, id -> characters.getOrDefault(id, 0), CHARACTERS_AT_ONCE)) {
      some.forEach(id -> together.put(id, some));
    }
  }

  /** What the record has with this id, as it was when one of those beside it was asked for. */
  ExistingThing of(RecordType type, UUID id) {
    if (!read.containsKey(id)) {
      List<UUID> asked = together.getOrDefault(id, List.of(id));
      together.keySet().removeAll(asked);
      read.putAll(ExistingThing.of(type, asked, reader, rows.database()));
    }
    return Objects.requireNonNull(read.remove(id));
  }

  private Map<UUID, Integer> characters(List<UUID> meetings) {
    Map<UUID, Integer> characters = new HashMap<>();
    EntityManager database = rows.database();
    for (String texts :
        List.of(
            "select e.meetingId, sum(e.textLength + %d) from Statement e"
                .formatted(OF_ANY_STATEMENT),
            "select e.meetingId, sum(coalesce(e.textLength, 0)) from Account e")) {
      database
          .createQuery(
              texts + " where one_of(:ids, e.meetingId) group by e.meetingId", Object[].class)
          .setParameter("ids", ArrayParameters.ids(meetings))
          .getResultList()
          .forEach(
              row ->
                  characters.merge(
                      (UUID) row[0], Math.toIntExact(((Number) row[1]).longValue()), Integer::sum));
    }
    return characters;
  }
}
