package org.chancery.document;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

  static ExistingThing of(RecordType type, UUID id, LineReader reader, EntityManager entities) {
    ObjectNode line = Objects.requireNonNull(reader.read(type, List.of(id)).get(id));
    Map<UUID, Written> written = new HashMap<>();
    read(entities, type.entityName(), "id", id, written);
    if (type == RecordType.MEETING) {
      read(entities, RecordType.ACCOUNT.entityName(), "meetingId", id, written);
      read(entities, RecordType.STATEMENT.entityName(), "meetingId", id, written);
    }
    Set<UUID> ids = line.findValuesAsText("id").stream().map(UUID::fromString).collect(toSet());
    return new ExistingThing(line, ids, DocumentPart.of(line), written);
  }

  private static void read(
      EntityManager entities, String entity, String column, UUID id, Map<UUID, Written> written) {
    entities
        .createQuery(
            "select e.id, e.createdAt, e.updatedAt, e.version from %s e where e.%s = :id"
                .formatted(entity, column),
            Object[].class)
        .setParameter("id", id)
        .getResultList()
        .forEach(
            row ->
                written.put(
                    (UUID) row[0], new Written((Instant) row[1], (Instant) row[2], (int) row[3])));
  }

  boolean isThere() {
    return line != null;
  }

  JsonNode lineOrMissing() {
    return line == null ? MissingNode.getInstance() : line;
  }
}
