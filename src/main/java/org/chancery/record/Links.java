package org.chancery.record;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.chancery.database.ArrayParameters;

/** Follows links from many owners at once. */
public final class Links {

  private Links() {}

  /**
   * What each owner is linked to, in the query's order.
   *
   * @param hql selects the owner's id and the linked thing, with the parameter {@code owners}
   */
  public static <V> Map<UUID, List<V>> follow(
      EntityManager entities, String hql, Class<V> linked, Collection<UUID> owners) {
    return follow(entities, hql, row -> linked.cast(row[1]), owners);
  }

  /**
   * The same of what is made of several values.
   *
   * @param hql selects the owner's id and then what the linked thing is made of
   * @param linked makes it of a row, which begins with the owner's id
   */
  public static <V> Map<UUID, List<V>> follow(
      EntityManager entities, String hql, Function<Object[], V> linked, Collection<UUID> owners) {
    Map<UUID, List<V>> found = new LinkedHashMap<>();
    for (Object[] row :
        entities
            .createQuery(hql, Object[].class)
            .setParameter("owners", ArrayParameters.ids(owners))
            .getResultList()) {
      found.computeIfAbsent((UUID) row[0], any -> new ArrayList<>()).add(linked.apply(row));
    }
    return found;
  }
}
