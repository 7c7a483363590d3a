package org.chancery.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.chancery.database.ArrayParameters;
import org.chancery.database.MergedThings;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.BatchLoading;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The lookups that everything with an id and a key has: by many of them at once. */
public interface RecordRepository<E extends RecordEntity> extends PanacheRepositoryBase<E, UUID> {

  Class<E> entityClass();

  /** The things with these ids; ids that nothing has are left out. */
  default Map<UUID, E> mapByIds(Collection<UUID> ids) {
    Map<UUID, E> found = new HashMap<>();
    List<UUID> unknown = new ArrayList<>();
    SessionImplementor session = getSession().unwrap(SessionImplementor.class);
    EntityPersister type =
        session.getFactory().getMappingMetamodel().getEntityDescriptor(entityClass());
    for (UUID id : ids) {
      Object known = session.getPersistenceContext().getEntity(session.generateEntityKey(id, type));
      if (known == null) {
        unknown.add(id);
      } else {
        found.put(id, entityClass().cast(known));
      }
    }
    if (!unknown.isEmpty()) {
      which("one_of(:wanted, e.id)", ArrayParameters.ids(unknown))
          .forEach(one -> found.put(one.uuid(), one));
    }
    return found;
  }

  /**
   * The thing with this key, null where there is none; loaded together with its siblings.
   *
   * @throws RequestException where the text cannot be a key: there is none is no answer to it
   */
  default CompletionStage<@Nullable E> findByKey(String key, BatchLoading batchLoading) {
    if (!RecordEntity.isKey(key)) {
      throw RequestException.badInput(
          "\"%s\" is not a key: a key is up to 100 letters and digits, with hyphens between them, such as \"wang-yi\".",
          key);
    }
    return batchLoading.load(key, this::mapByKeys);
  }

  /**
   * The things with these keys, and those that were kept in the place of merged ones; keys that
   * nothing has are left out.
   */
  default Map<String, E> mapByKeys(Collection<String> keys) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    List<String> possible = keys.stream().filter(RecordEntity::isKey).toList();
    Map<String, E> found = new HashMap<>();
    which("one_of(:wanted, e.key)", ArrayParameters.keys(possible))
        .forEach(one -> found.put(one.getKey(), one));
    if (found.size() < possible.size()) {
      List<String> unknown = possible.stream().filter(key -> !found.containsKey(key)).toList();
      found.putAll(kept(MergedThings.byKeys(getSession(), entityClass().getSimpleName(), unknown)));
    }
    return found;
  }

  /** The same as {@link #mapByIds}, and the things that were kept in the place of merged ones. */
  default Map<UUID, E> mapKeptByIds(Collection<UUID> ids) {
    Map<UUID, E> found = new HashMap<>(mapByIds(ids));
    List<UUID> unknown = ids.stream().filter(id -> !found.containsKey(id)).toList();
    found.putAll(kept(MergedThings.byIds(getSession(), entityClass().getSimpleName(), unknown)));
    return found;
  }

  private <K> Map<K, E> kept(Map<K, UUID> ids) {
    Map<K, E> kept = new HashMap<>();
    if (!ids.isEmpty()) {
      Map<UUID, E> things = mapByIds(Set.copyOf(ids.values()));
      ids.forEach(
          (merged, id) -> {
            E thing = things.get(id);
            if (thing != null) {
              kept.put(merged, thing);
            }
          });
    }
    return kept;
  }

  private List<E> which(String condition, Object[] wanted) {
    return getSession()
        .createSelectionQuery(
            "from %s e where %s".formatted(entityClass().getSimpleName(), condition), entityClass())
        .setParameter("wanted", wanted)
        .getResultList();
  }
}
