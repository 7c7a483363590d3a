package org.chancery.graphql.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.graphql.finding.Condition;
import org.chancery.graphql.finding.Conditions;
import org.chancery.graphql.finding.Filter;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list of the record that is read in pages: all things of a kind, or those that belong to an
 * owner, such as the statements of a meeting. The pages of many owners take one SQL statement
 * together.
 */
public final class Listing<E> {

  private final String name;
  private final Class<E> entity;
  private final String from;
  private final @Nullable String owner;
  private final boolean repeats;
  private final Order<E> order;

  private Listing(
      String name,
      Class<E> entity,
      String from,
      @Nullable String owner,
      boolean repeats,
      Order<E> order) {
    this.name = name;
    this.entity = entity;
    this.from = from;
    this.owner = owner;
    this.repeats = repeats;
    this.order = order;
  }

  /**
   * All things of a kind.
   *
   * @param name the list's field in the schema, such as {@code Query.meetings}; its cursors carry
   *     it
   */
  public static <E> Listing<E> all(String name, Class<E> entity, Order<E> order) {
    return new Listing<>(name, entity, entity.getSimpleName() + " e", null, false, order);
  }

  /**
   * The things of this kind that belong to an owner.
   *
   * @param name the list's field in the schema, such as {@code Meeting.statements}
   * @param from the HQL that leads from the owner to the thing, which it names {@code e}
   * @param owner the HQL path to the owner's id
   */
  public Listing<E> ownedBy(String name, String from, String owner) {
    return new Listing<>(name, entity, from, owner, false, order);
  }

  /**
   * The same where what leads from the owner to the thing may do so twice: a person can act for two
   * parties in one meeting.
   */
  public Listing<E> ownedByLinks(String name, String from, String owner) {
    return new Listing<>(name, entity, from, owner, true, order);
  }

  /** The same list in another order. */
  public Listing<E> orderedBy(Order<E> other) {
    return new Listing<>(name, entity, from, owner, repeats, other);
  }

  /**
   * A list that is no query over one entity: whoever reads it asks this listing for its place, and
   * to cut its pages.
   */
  public static <E> Listing<E> derived(String name, Class<E> type, Order<E> order) {
    return new Listing<>(name, type, "", null, false, order);
  }

  /** What its cursors ask for. */
  public Keyset keyset(PageRequest request) {
    return Keyset.of(name, order, request);
  }

  /** A page of what was read of a derived list: one more than asked for, where there is one. */
  public Page<E> page(UUID of, Filter filter, List<E> found, PageRequest request) {
    return cut(new Page.Chosen<>(this, of, filter, order), found, request);
  }

  /** The {@code order by} of its own order, or of its reverse. */
  public String orderBy(boolean reversed) {
    return order.orderBy(reversed);
  }

  /** Its own order, where no other is asked for. */
  Order<E> order() {
    return order;
  }

  /** What cursors call it in this order. */
  String name(Order<E> other) {
    return other.name().isEmpty() ? name : name + " by " + other.name();
  }

  Page<E> page(Session session, Choice<E> choice, PageRequest request) {
    Order<E> ordered = choice.orderIn(order);
    Keyset keyset = Keyset.of(name(ordered), ordered, request);
    Condition condition = Conditions.of(choice.filter(), session);
    SelectionQuery<E> query =
        session
            .createSelectionQuery(
                "select e from %s where %s and %s order by %s"
                    .formatted(
                        from,
                        condition.hql(),
                        keyset.condition(),
                        ordered.orderBy(request.backward())),
                entity)
            .setMaxResults(request.size() + 1);
    condition.setIn(query);
    Condition.setAll(query, keyset.parameters());
    Condition.setAll(query, ordered.parameters());
    return cut(
        new Page.Chosen<>(this, null, choice.filter(), ordered), query.getResultList(), request);
  }

  Map<UUID, Page<E>> pages(
      Session session, Collection<UUID> owners, Choice<E> choice, PageRequest request) {
    Order<E> ordered = choice.orderIn(order);
    Keyset keyset = Keyset.of(name(ordered), ordered, request);
    Condition condition = Conditions.of(choice.filter(), session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                """
                select r.owner, x from (
                  select %1$s as owner, e.id as id,
                    dense_rank() over (partition by %1$s order by %2$s) as place
                  from %3$s where %1$s in :owners and %4$s and %5$s) r
                join %6$s x on x.id = r.id
                where r.place <= :places
                order by r.owner, r.place
                """
                    .formatted(
                        owner,
                        ordered.orderBy(request.backward()),
                        from,
                        condition.hql(),
                        keyset.condition(),
                        entity.getSimpleName()),
                Object[].class)
            .setParameter("owners", owners)
            .setParameter("places", (long) request.size() + 1);
    condition.setIn(query);
    Condition.setAll(query, keyset.parameters());
    Condition.setAll(query, ordered.parameters());

    // A thing may come twice.
    Map<UUID, Set<E>> found = new HashMap<>();
    for (Object[] row : query.getResultList()) {
      found.computeIfAbsent((UUID) row[0], any -> new LinkedHashSet<>()).add(entity.cast(row[1]));
    }
    Map<UUID, Page<E>> pages = new HashMap<>();
    for (UUID one : owners) {
      pages.put(
          one,
          cut(
              new Page.Chosen<>(this, one, choice.filter(), ordered),
              List.copyOf(found.getOrDefault(one, Set.of())),
              request));
    }
    return pages;
  }

  Map<UUID, Long> totals(Session session, Collection<UUID> owners, Filter filter) {
    Condition condition = Conditions.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select %1$s, count(%2$s) from %3$s where %1$s in :owners and %4$s group by %1$s"
                    .formatted(owner, repeats ? "distinct e.id" : "*", from, condition.hql()),
                Object[].class)
            .setParameter("owners", owners);
    condition.setIn(query);
    Map<UUID, Long> totals = new HashMap<>();
    query.getResultList().forEach(row -> totals.put((UUID) row[0], (Long) row[1]));
    return totals;
  }

  long total(Session session, Filter filter) {
    Condition condition = Conditions.of(filter, session);
    SelectionQuery<Long> query =
        session.createSelectionQuery(
            "select count(*) from %s where %s".formatted(from, condition.hql()), Long.class);
    condition.setIn(query);
    return query.getSingleResult();
  }

  /** One more than asked for was read, to know whether there is one. */
  private static <E> Page<E> cut(Page.Chosen<E> list, List<E> found, PageRequest request) {
    boolean more = found.size() > request.size();
    List<E> items = new ArrayList<>(more ? found.subList(0, request.size()) : found);
    if (request.backward()) {
      Collections.reverse(items);
      return new Page<>(list, items, request.before() != null, more);
    }
    return new Page<>(list, items, more, request.after() != null);
  }
}
