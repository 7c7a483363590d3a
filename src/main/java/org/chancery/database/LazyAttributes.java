package org.chancery.database;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.bytecode.enhance.spi.interceptor.LazyAttributeDescriptor;
import org.hibernate.bytecode.enhance.spi.interceptor.LazyAttributesMetadata;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Attributes that are seldom asked for, or large: they are not read with their entity. Hibernate
 * would read them for one entity at a time; here those of many are read in one statement. A {@link
 * org.hibernate.annotations.LazyGroup group} of them is what a property of the entity tells of, and
 * has its name.
 */
public final class LazyAttributes {

  private LazyAttributes() {}

  /**
   * An attribute of a group: the others are read together with it.
   *
   * @return nothing where the type is no entity, or has no such group
   */
  public static Optional<String> oneOf(Session session, Class<?> type, String group) {
    return Optional.ofNullable(
            session
                .getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .findEntityDescriptor(type))
        .flatMap(entity -> attributesOf(entity, List.of(group)).stream().findFirst())
        .map(LazyAttributeDescriptor::getName);
  }

  /** Whether an attribute of this entity is there. */
  public static boolean isRead(Object entity, String attribute) {
    return Hibernate.isPropertyInitialized(entity, attribute);
  }

  /**
   * Reads groups of attributes of these entities, where that is not done.
   *
   * @param groups those that an entity does not have are left out
   */
  public static void read(Session session, Collection<?> entities, Collection<String> groups) {
    if (groups.isEmpty()) {
      return;
    }
    SessionImplementor used = session.unwrap(SessionImplementor.class);
    entities.stream()
        .collect(
            Collectors.groupingBy(Hibernate::getClass, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (type, some) ->
                read(
                    used,
                    used.getFactory().getMappingMetamodel().getEntityDescriptor(type),
                    some,
                    groups));
  }

  private static void read(
      SessionImplementor session,
      EntityPersister type,
      List<?> entities,
      Collection<String> groups) {
    List<LazyAttributeDescriptor> wanted = attributesOf(type, groups);
    Map<UUID, Object> unread = new LinkedHashMap<>();
    for (Object entity : entities) {
      if (!wanted.stream().allMatch(one -> isRead(entity, one.getName()))) {
        unread.put((UUID) type.getIdentifier(entity, session), entity);
      }
    }
    if (unread.isEmpty()) {
      return;
    }
    String names = wanted.stream().map(one -> ", e." + one.getName()).collect(Collectors.joining());
    session
        .createSelectionQuery(
            "select e.id%s from %s e where one_of(:ids, e.id)"
                .formatted(names, type.getEntityName()),
            Object[].class)
        .setParameter("ids", ArrayParameters.ids(unread.keySet()))
        .getResultList()
        .forEach(
            row -> {
              for (int at = 0; at < wanted.size(); at++) {
                type.setValue(
                    unread.get((UUID) row[0]), wanted.get(at).getAttributeIndex(), row[at + 1]);
              }
            });
  }

  private static List<LazyAttributeDescriptor> attributesOf(
      EntityPersister type, Collection<String> groups) {
    LazyAttributesMetadata lazy = type.getBytecodeEnhancementMetadata().getLazyAttributesMetadata();
    return groups.stream()
        .filter(lazy.getFetchGroupNames()::contains)
        .flatMap(group -> lazy.getFetchGroupAttributeDescriptors(group).stream())
        .toList();
  }
}
