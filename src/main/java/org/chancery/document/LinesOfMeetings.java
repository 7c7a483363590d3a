package org.chancery.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.chancery.database.Chunks;

/** Meetings as a document that stands by itself: with all that they name, and what that names. */
final class LinesOfMeetings {

  /** Each names only what comes after it; of the same type nothing is named. */
  private static final List<RecordType> NAMING =
      List.of(RecordType.MEETING, RecordType.EVENT, RecordType.PARTICIPANT);

  private final EntityManager entities;
  private final LineReader reader;
  private final Map<RecordType, Set<String>> keys = new EnumMap<>(RecordType.class);

  /**
   * In a transaction that reads the record as it is told.
   *
   * @param meetings their keys; what has none of these is left out
   */
  LinesOfMeetings(EntityManager entities, LineReader reader, Collection<String> meetings) {
    this.entities = entities;
    this.reader = reader;
    keys.put(RecordType.MEETING, new TreeSet<>(meetings));
  }

  /**
   * Gives them out, each after those that it names.
   *
   * @return how many there are
   */
  int write(RecordExport.Lines to) throws IOException {
    for (RecordType type : NAMING) {
      each(type, line -> Merge.rename(line, this::add));
    }
    int lines = 0;
    for (RecordType type : RecordType.OF_LINES) {
      lines += each(type, to);
    }
    return lines;
  }

  private String add(RecordType type, String key) {
    keys.computeIfAbsent(type, any -> new TreeSet<>()).add(key);
    return key;
  }

  private int each(RecordType type, RecordExport.Lines to) throws IOException {
    List<UUID> ids =
        entities
            .createQuery(
                "select e.id from %s e where one_of(:keys, e.key) order by e.id"
                    .formatted(type.entityName()),
                UUID.class)
            .setParameter("keys", keys.getOrDefault(type, Set.of()).toArray(String[]::new))
            .getResultList();
    for (List<UUID> some : Chunks.of(ids, RecordExport.THINGS_AT_ONCE)) {
      Map<UUID, ObjectNode> things = reader.read(type, some);
      for (UUID id : some) {
        to.take(Objects.requireNonNull(things.get(id)));
      }
    }
    return ids.size();
  }
}
