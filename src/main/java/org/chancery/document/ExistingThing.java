package org.chancery.document;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.database.ArrayParameters;
import org.jspecify.annotations.Nullable;

/**
 * What the record has already of what a line records.
 *
 * @param line as a document has it; null where the record has nothing of it
 * @param ids of it and of all that it carries
 * @param parts the same, taken apart
 * @param written when each thing that has a key was first recorded and last changed, and how often
 */
record ExistingThing(
    @Nullable ObjectNode line,
    Set<UUID> ids,
    Map<UUID, DocumentPart> parts,
    Map<UUID, Written> written) {

  static final ExistingThing NOTHING = new ExistingThing(null, Set.of(), Map.of(), Map.of());

  /** When a thing was first recorded, when it last changed, and how often it did. */
  record Written(Instant createdAt, Instant updatedAt, int version) {}

  /** What the record has with these ids; those that nothing has are left out. */
  static Map<UUID, ExistingThing> of(
      RecordType type, Collection<UUID> ids, LineReader reader, EntityManager entities) {
    Map<UUID, Map<UUID, Written>> written = new HashMap<>();
    read(entities, type.entityName(), "id", ids, written);
    if (type == RecordType.MEETING) {
      read(entities, RecordType.ACCOUNT.entityName(), "meetingId", ids, written);
      read(entities, RecordType.STATEMENT.entityName(), "meetingId", ids, written);
    }
    Map<UUID, ExistingThing> existing = new HashMap<>();
    reader
        .read(type, ids)
        .forEach(
            (id, line) ->
                existing.put(
                    id,
                    new ExistingThing(
                        line,
                        line.findValuesAsText("id").stream().map(UUID::fromString).collect(toSet()),
                        DocumentPart.of(line),
                        written.getOrDefault(id, Map.of()))));
    return existing;
  }

  private static void read(
      EntityManager entities,
      String entity,
      String line,
      Collection<UUID> ids,
      Map<UUID, Map<UUID, Written>> written) {
    entities
        .createQuery(
            "select e.%2$s, e.id, e.createdAt, e.updatedAt, e.version from %1$s e where one_of(:ids, e.%2$s)"
                .formatted(entity, line),
            Object[].class)
        .setParameter("ids", ArrayParameters.ids(ids))
        .getResultList()
        .forEach(
            row ->
                written
                    .computeIfAbsent((UUID) row[0], any -> new HashMap<>())
                    .put(
                        (UUID) row[1],
                        new Written((Instant) row[2], (Instant) row[3], (int) row[4])));
  }

  boolean isThere() {
    return line != null;
  }

  JsonNode lineOrMissing() {
    return line == null ? MissingNode.getInstance() : line;
  }
}
