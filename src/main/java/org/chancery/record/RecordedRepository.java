package org.chancery.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.OrderingMode;
import org.hibernate.SessionCheckMode;

/** The lookups that everything with an id and a key has: by many of them at once. */
public interface RecordedRepository<E extends Recorded> extends PanacheRepositoryBase<E, UUID> {

  /** What is kept here. */
  Class<E> entityClass();

  /** The things with these ids; ids that nothing has are left out. */
  default Map<UUID, E> mapByIds(Collection<UUID> ids) {
    List<E> found =
        getSession()
            .findMultiple(
                entityClass(), List.copyOf(ids), SessionCheckMode.ENABLED, OrderingMode.UNORDERED);
    return found.stream()
        .filter(Objects::nonNull)
        .collect(Collectors.toMap(Recorded::uuid, Function.identity(), (one, same) -> one));
  }

  /** The things with these keys; keys that nothing has are left out. */
  default Map<String, E> mapByKeys(Collection<String> keys) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    return getSession()
        .createSelectionQuery(
            "from %s e where one_of(:keys, e.key)".formatted(entityClass().getSimpleName()),
            entityClass())
        .setParameter("keys", keys.stream().filter(Recorded::isKey).toArray(String[]::new))
        .getResultList()
        .stream()
        .collect(Collectors.toMap(Recorded::getKey, Function.identity()));
  }
}
