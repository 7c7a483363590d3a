package org.chancery.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.database.ArrayParameters;
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
          "\"%s\" is not a key: a key is letters and digits, with hyphens between them, such as \"wang-yi\".",
          key);
    }
    return batchLoading.load(key, this::mapByKeys);
  }

  /** The things with these keys; keys that nothing has are left out. */
  default Map<String, E> mapByKeys(Collection<String> keys) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    List<String> possible = keys.stream().filter(RecordEntity::isKey).toList();
    return which("one_of(:wanted, e.key)", ArrayParameters.keys(possible)).stream()
        .collect(Collectors.toMap(RecordEntity::getKey, Function.identity()));
  }

  private List<E> which(String condition, Object[] wanted) {
    return getSession()
        .createSelectionQuery(
            "from %s e where %s".formatted(entityClass().getSimpleName(), condition), entityClass())
        .setParameter("wanted", wanted)
        .getResultList();
  }
}
