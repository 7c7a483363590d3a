package org.chancery.database;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Where keys and ids lead of what was found to be the same as another thing, and left the record.
 */
public final class MergedThings {

  /** What can be merged. */
  private static final Set<String> ENTITIES = Set.of("Party", "Topic", "Participant", "Event");

  private MergedThings() {}

  /**
   * The ids of the things that were kept in the place of those with these keys; what was not merged
   * is left out.
   *
   * @param entity the name of their entity
   */
  public static Map<String, UUID> byKeys(
      EntityManager entities, String entity, Collection<String> keys) {
    Map<String, UUID> kept = new HashMap<>();
    if (ENTITIES.contains(entity) && !keys.isEmpty()) {
      entities
          .createQuery(
              "select m.key, m.keptId from MergedThing m where m.kind = :kind and one_of(:keys, m.key)",
              Object[].class)
          .setParameter("kind", entity.toUpperCase(Locale.ROOT))
          .setParameter("keys", keys.toArray(String[]::new))
          .getResultList()
          .forEach(row -> kept.put((String) row[0], (UUID) row[1]));
      follow(entities, kept);
    }
    return kept;
  }

  /** The same by ids. */
  public static Map<UUID, UUID> byIds(EntityManager entities, String entity, Collection<UUID> ids) {
    Map<UUID, UUID> kept = new HashMap<>();
    if (ENTITIES.contains(entity) && !ids.isEmpty()) {
      ids.forEach(id -> kept.put(id, id));
      follow(entities, kept);
      ids.forEach(id -> kept.remove(id, id));
    }
    return kept;
  }

  /** What was kept can have been merged itself since. */
  private static <K> void follow(EntityManager entities, Map<K, UUID> kept) {
    Map<UUID, UUID> next = new HashMap<>();
    do {
      next.clear();
      entities
          .createQuery(
              "select m.id, m.keptId from MergedThing m where one_of(:ids, m.id)", Object[].class)
          .setParameter("ids", kept.values().toArray(UUID[]::new))
          .getResultList()
          .forEach(row -> next.put((UUID) row[0], (UUID) row[1]));
      kept.replaceAll((any, id) -> next.getOrDefault(id, id));
    } while (!next.isEmpty());
  }
}
