package org.chancery.record;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lookups that everything with an id and a key has: by many of them at once. */
public interface RecordedRepository<E extends Recorded> extends PanacheRepositoryBase<E, UUID> {

  /** The things with these ids; ids that nothing has are left out. */
  default Map<UUID, E> mapByIds(Collection<UUID> ids) {
    return stream("id in ?1", ids).collect(Collectors.toMap(Recorded::uuid, Function.identity()));
  }

  /** The things with these keys; keys that nothing has are left out. */
  default Map<String, E> mapByKeys(Collection<String> keys) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    return stream("key in ?1", keys.stream().filter(Recorded::isKey).toList())
        .collect(Collectors.toMap(Recorded::getKey, Function.identity()));
  }
}
