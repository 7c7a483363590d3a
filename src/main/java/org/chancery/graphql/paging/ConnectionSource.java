package org.chancery.graphql.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.database.ArrayParameters;
import org.chancery.graphql.filter.Condition;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read in pages: all entities of a type, or those of an owner, such as the
 * statements of a meeting. The pages of many owners are read in one SQL statement.
 */
public final class ConnectionSource<E> {

  private final String name;
  private final Class<E> entity;
  private final String from;
  private final @Nullable String owner;
  private final @Nullable Links links;
  private final KeysetOrder<E> order;

  private ConnectionSource(
      String name,
      Class<E> entity,
      String from,
      @Nullable String owner,
      @Nullable Links links,
      KeysetOrder<E> order) {
    this.name = name;
    this.entity = entity;
    this.from = from;
    this.owner = owner;
    this.links = links;
    this.order = order;
  }

  /**
   * All things of a kind.
   *
   * @param name the list's field in the schema, such as {@code Query.meetings}; its cursors carry
   *     it
   */
  public static <E> ConnectionSource<E> all(String name, Class<E> entity, KeysetOrder<E> order) {
    return new ConnectionSource<>(name, entity, entity.getSimpleName() + " e", null, null, order);
  }

  /**
   * The things of this kind that belong to an owner.
   *
   * @param name the list's field in the schema, such as {@code Meeting.statements}
   * @param from the HQL that leads from the owner to the thing, which it names {@code e}
   * @param owner the HQL path to the owner's id
   */
  public ConnectionSource<E> ownedBy(String name, String from, String owner) {
    return new ConnectionSource<>(name, entity, from, owner, null, order);
  }

  /** The same by way of links that hold copies of the order columns. */
  public ConnectionSource<E> ownedByLinks(String name, Links links, String owner) {
    String whole =
        "%s join %s e on e.id = %s".formatted(links.from(), entity.getSimpleName(), links.id());
    return new ConnectionSource<>(name, entity, whole, owner, links, order);
  }

  /**
   * The links from owners to entities.
   *
   * @param from the HQL of the link entity, aliased {@code p}
   * @param id the path to the linked id
   * @param columns the link's copies of the order columns, by the entity's expressions: so the
   *     database reads in that order
   * @param repeats whether several can lead from one owner to one entity
   */
  public record Links(String from, String id, Map<String, String> columns, boolean repeats) {

    /** Links of which at most one leads from an owner to an entity. */
    public static Links unique(String from, String id, Map<String, String> columns) {
      return new Links(from, id, columns, false);
    }

    /** Links of which several can: a person can act for two parties in one meeting. */
    public static Links repeating(String from, String id, Map<String, String> columns) {
      return new Links(from, id, columns, true);
    }

    private String in(String expression) {
      String told = expression;
      for (Map.Entry<String, String> column : columns.entrySet()) {
        told = told.replace(column.getKey(), column.getValue());
      }
      return told;
    }
  }

  /** The same list in another order. */
  public ConnectionSource<E> orderedBy(KeysetOrder<E> other) {
    return new ConnectionSource<>(name, entity, from, owner, links, other);
  }

  /**
   * A list that is no query over one entity: its reader asks this for the keyset, and to cut its
   * pages.
   */
  public static <E> ConnectionSource<E> derived(String name, Class<E> type, KeysetOrder<E> order) {
    return new ConnectionSource<>(name, type, "", null, null, order);
  }

  /** What its cursors ask for. */
  public Keyset keyset(PageArguments request) {
    return Keyset.of(name, order, request);
  }

  /** A page of what was read of a derived list: one more than asked for, where there is one. */
  public Page<E> page(@Nullable UUID of, Filter filter, List<E> found, PageArguments request) {
    return cut(new PageContext<>(this, of, filter, order), found, request);
  }

  /** A page of a derived list all of whose items are known, in any order. */
  public Page<E> page(List<E> all, PageArguments request) {
    List<Object> after = request.after() == null ? null : place(request.after());
    List<Object> before = request.before() == null ? null : place(request.before());
    List<E> found = new ArrayList<>();
    for (E item : all) {
      List<Object> place = order.placeOf(item);
      if ((after == null || order.compare(place, after) > 0)
          && (before == null || order.compare(place, before) < 0)) {
        found.add(item);
      }
    }
    Comparator<E> sorted = (one, other) -> order.compare(order.placeOf(one), order.placeOf(other));
    found.sort(request.backward() ? sorted.reversed() : sorted);
    return cut(
        new PageContext<>(this, null, Filter.NONE, order),
        found.subList(0, Math.min(found.size(), request.size() + 1)),
        request);
  }

  private List<Object> place(String cursor) {
    return Cursor.read(cursor, name, order);
  }

  /** The {@code order by} of its own order, or of its reverse. */
  public String orderBy(boolean reversed) {
    return order.orderBy(reversed);
  }

  /** Its own order, where no other is asked for. */
  KeysetOrder<E> order() {
    return order;
  }

  /** What cursors call it in this order. */
  String name(KeysetOrder<E> other) {
    return other.name().isEmpty() ? name : name + " by " + other.name();
  }

  /**
   * A page of the whole list, or of that of one owner.
   *
   * @param of null for the list of all
   */
  Page<E> page(Session session, @Nullable UUID of, ListQuery<E> listQuery, PageArguments request) {
    KeysetOrder<E> ordered = listQuery.orderIn(order);
    Keyset keyset = Keyset.of(name(ordered), ordered, request);
    Condition condition = PredicateBuilder.of(listQuery.filter(), session);
    String narrowed =
        "where "
            + (owner == null ? "1 = 1" : owner + " = :owner")
            + " and "
            + condition.hql()
            + " and "
            + (links == null ? keyset.condition() : links.in(keyset.condition()));
    // PostgreSQL caches the plan for a literal limit: round ones only, of which there are few. With
    // a filter it should plan each time, as a word may be rare or frequent.
    boolean known = listQuery.filter() == Filter.NONE && request.size() % 10 == 0;
    String limit = known ? String.valueOf(request.size() + 1) : ":limit";
    SelectionQuery<E> query =
        session.createSelectionQuery(
            links == null
                ? "select e from "
                    + from
                    + " "
                    + narrowed
                    + " order by "
                    + ordered.orderBy(request.backward())
                    + " limit "
                    + limit
                : once(links, narrowed, limit, listQuery, ordered, request),
            entity);
    if (!known) {
      query.setParameter("limit", request.size() + 1);
    }
    if (of != null) {
      query.setParameter("owner", of);
    }
    condition.setIn(query);
    Condition.setAll(query, keyset.parameters());
    Condition.setAll(query, ordered.parameters());
    List<E> found = query.getResultList();
    return cut(new PageContext<>(this, of, listQuery.filter(), ordered), found, request);
  }

  /** Each thing once, however many links lead to it. */
  private String once(
      Links to,
      String narrowed,
      String limit,
      ListQuery<E> listQuery,
      KeysetOrder<E> ordered,
      PageArguments request) {
    List<String> places = new ArrayList<>();
    List<String> inside = new ArrayList<>();
    List<String> outside = new ArrayList<>();
    for (KeysetOrder.Column<E, ?> column : ordered.columns()) {
      String place = "o" + places.size();
      String direction = column.descending() != request.backward() ? " desc" : "";
      String expression = to.in(column.expression());
      places.add(expression + " as " + place);
      inside.add(place + direction);
      outside.add("r." + place + direction);
    }
    boolean linksAreEnough = listQuery.filter() == Filter.NONE && listQuery.ordering() == null;
    return "select x from (select%s %s, %s as id from %s %s order by %s limit %s) r join %s x on x.id = r.id order by %s"
        .formatted(
            to.repeats() ? " distinct" : "",
            String.join(", ", places),
            to.id(),
            linksAreEnough ? to.from() : from,
            narrowed,
            String.join(", ", inside),
            limit,
            entity.getSimpleName(),
            String.join(", ", outside));
  }

  Map<UUID, Page<E>> pages(
      Session session, Collection<UUID> owners, ListQuery<E> listQuery, PageArguments request) {
    if (owners.size() == 1) {
      UUID one = owners.iterator().next();
      return Map.of(one, page(session, one, listQuery, request));
    }
    KeysetOrder<E> ordered = listQuery.orderIn(order);
    Keyset keyset = Keyset.of(name(ordered), ordered, request);
    Condition condition = PredicateBuilder.of(listQuery.filter(), session);
    SelectionQuery<Object[]> query =
        stopsAtALimit(session, ordered)
            ? session
                .createSelectionQuery(
                    untilTheirLimit(ordered, condition, keyset, request), Object[].class)
                .setParameter("size", request.size())
            : session
                .createSelectionQuery(numbered(ordered, condition, keyset, request), Object[].class)
                .setParameter("places", (long) request.size() + 1);
    query.setParameter("owners", ArrayParameters.ids(owners));
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
              new PageContext<>(this, one, listQuery.filter(), ordered),
              List.copyOf(found.getOrDefault(one, Set.of())),
              request));
    }
    return pages;
  }

  /** Ranks the items of every owner, and drops those beyond the page. */
  private String numbered(
      KeysetOrder<E> ordered, Condition condition, Keyset keyset, PageArguments request) {
    return """
        select r.owner, x from (
          select %1$s as owner, e.id as id,
            dense_rank() over (partition by %1$s order by %2$s) as place
          from %3$s where one_of(:owners, %1$s) and %4$s and %5$s) r
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
            entity.getSimpleName());
  }

  /** H2 2.4 has no lateral joins; and a position is one value only in a one-column order. */
  private boolean stopsAtALimit(Session session, KeysetOrder<E> ordered) {
    return ordered.columns().size() == 1
        && ordered.columns().get(0).first() != null
        && session.unwrap(SessionImplementor.class).getDialect().supportsLateral();
  }

  /**
   * Finds the last position of each owner's page, and reads up to it. The list's name begins with
   * the owners' type.
   */
  private String untilTheirLimit(
      KeysetOrder<E> ordered, Condition condition, Keyset keyset, PageArguments request) {
    KeysetOrder.Column<E, ?> column = ordered.columns().get(0);
    boolean descending = column.descending() != request.backward();
    return """
        select o.id, e from %1$s o
        left join lateral (
          select %2$s as place from %3$s where %4$s = o.id and %5$s and %6$s
          order by %7$s limit 1 offset :size) t
        join %3$s on %4$s = o.id and %2$s %8$s coalesce(t.place, %9$s)
        where one_of(:owners, o.id) and %5$s and %6$s
        order by %7$s
        """
        .formatted(
            name.substring(0, name.indexOf('.')),
            column.expression(),
            from,
            owner,
            condition.hql(),
            keyset.condition(),
            ordered.orderBy(request.backward()),
            descending ? ">=" : "<=",
            descending ? column.first() : column.last());
  }

  Map<UUID, Long> totals(Session session, Collection<UUID> owners, Filter filter) {
    Condition condition = PredicateBuilder.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select %1$s, count(%2$s) from %3$s where one_of(:owners, %1$s) and %4$s group by %1$s"
                    .formatted(
                        owner,
                        links != null && links.repeats() ? "distinct " + links.id() : "*",
                        links != null && filter == Filter.NONE ? links.from() : from,
                        condition.hql()),
                Object[].class)
            .setParameter("owners", ArrayParameters.ids(owners));
    condition.setIn(query);
    Map<UUID, Long> totals = new HashMap<>();
    query.getResultList().forEach(row -> totals.put((UUID) row[0], (Long) row[1]));
    return totals;
  }

  long total(Session session, Filter filter) {
    Condition condition = PredicateBuilder.of(filter, session);
    SelectionQuery<Long> query =
        session.createSelectionQuery(
            "select count(*) from "
                + from
                + (filter == Filter.NONE ? "" : " where " + condition.hql()),
            Long.class);
    condition.setIn(query);
    return query.getSingleResult();
  }

  /**
   * One more than asked for was read, to know whether there is one. At the other end of the page
   * something follows where a cursor says so, which is the place of an item (Relay, 4.2).
   */
  private static <E> Page<E> cut(PageContext<E> list, List<E> found, PageArguments request) {
    boolean more = found.size() > request.size();
    List<E> items = new ArrayList<>(more ? found.subList(0, request.size()) : found);
    if (request.backward()) {
      Collections.reverse(items);
      return new Page<>(list, items, request.before() != null, more || request.after() != null);
    }
    return new Page<>(list, items, more || request.before() != null, request.after() != null);
  }
}
