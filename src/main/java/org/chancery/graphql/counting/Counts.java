package org.chancery.graphql.counting;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chancery.graphql.counting.CountFetcher.CountPage;
import org.chancery.graphql.counting.CountFetcher.CountQuery;
import org.chancery.graphql.filter.Condition;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.chancery.graphql.paging.ConnectionSource;
import org.chancery.graphql.paging.KeysetOrder;
import org.chancery.graphql.paging.KeysetOrder.Column;
import org.chancery.graphql.paging.Page;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Counts things by what they have in common, in the database. */
public final class Counts {

  private Counts() {}

  /**
   * How things are grouped.
   *
   * @param from the HQL that joins the entity, aliased {@code e}, to what it is grouped by
   * @param narrowed the same for those that a condition leaves, which stands for {@code %s}
   * @param by the HQL for what it is grouped by
   * @param repeats whether it can join an entity to one value twice
   * @param byMonth whether the values are months, counted from the year 0 on
   */
  public record Grouping(
      String from, String narrowed, String by, boolean repeats, boolean byMonth) {

    private Grouping(String from, String by, boolean repeats, boolean byMonth) {
      this(from, from + " where %s", by, repeats, byMonth);
    }

    private String hql() {
      return hql(by, from);
    }

    /**
     * Of what a condition leaves. By an expression, and not by a column: H2 would go through the
     * column's index, and look for each thing in its order, which takes five times as long.
     */
    private String narrowedBy(String condition) {
      return hql(
          by.startsWith("e.") ? "case when e.id is not null then " + by + " end" : by,
          narrowed.formatted(condition));
    }

    private String hql(String value, String things) {
      return "select %s as value, count(%s) as things from %s group by 1"
          .formatted(value, repeats ? "distinct e.id" : "*", things);
    }

    /** By year; null for dates that can lie in several: the record does not guess. */
    public static Grouping byYear(String from, String date) {
      return by(
          from,
          "case when year(%1$s.earliest) = year(%1$s.latest) then year(%1$s.earliest) end"
              .formatted(date));
    }

    /** By a month, as a number, which only dates have that lie in one. */
    public static Grouping byMonth(String from, String date) {
      String month = "(year(%1$s) * 12 + month(%1$s) - 1)";
      return new Grouping(
          from,
          "case when %1$s = %2$s then %1$s end"
              .formatted(month.formatted(date + ".earliest"), month.formatted(date + ".latest")),
          false,
          true);
    }

    /** By anything else. */
    public static Grouping by(String from, String by) {
      return new Grouping(from, by, false, false);
    }

    /** The same where several links can lead from one thing to the same value. */
    public static Grouping byLinks(String from, String by) {
      return new Grouping(from, by, true, false);
    }

    /**
     * The same where each thing has many: the filter is asked of each thing once, and not of each
     * link.
     *
     * @param joins from {@code e.id} on
     */
    public static Grouping byManyLinks(String entity, String joins, String by) {
      return new Grouping(
          entity + " e " + joins,
          "(select e.id as id from " + entity + " e where %s) e " + joins,
          by,
          true,
          false);
    }
  }

  /** The list that a page of counts is part of. */
  static ConnectionSource<Count> sourceOf(CountQuery<?> query) {
    boolean newestFirst = query.by().isTime();
    Column<Count, String> value = Column.byText("value", count -> place(count.value()));
    return ConnectionSource.derived(
        query.field() + " by " + query.by().name(),
        Count.class,
        KeysetOrder.by(
            newestFirst
                ? List.of(value.reversed())
                : List.of(
                    Column.byNumber("known", count -> count.value() == null ? 1 : 0),
                    Column.byNumber("count", Count::count).reversed(),
                    value)));
  }

  /** Sorts as the value does; what is not known comes last where the newest is first. */
  private static String place(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Integer number ? "%06d".formatted(number) : value.toString();
  }

  private static CountPage page(
      Session session, Grouping grouping, CountQuery<?> query, UnaryOperator<List<Count>> named) {
    Condition condition = PredicateBuilder.of(query.filter(), session);
    SelectionQuery<Object[]> groups =
        session.createSelectionQuery(
            query.filter() == Filter.NONE ? grouping.hql() : grouping.narrowedBy(condition.hql()),
            Object[].class);
    condition.setIn(groups);
    List<Count> all =
        groups.getResultList().stream()
            .map(row -> new Count(row[0], null, Count.NOT_KNOWN, Math.toIntExact((Long) row[1])))
            .toList();
    Page<Count> page = sourceOf(query).page(all, query.page());
    return new CountPage(page.with(named.apply(page.items())), all.size());
  }

  /** Counts whose value names itself: years, months, values of enums. */
  public static CountPage named(Session session, Grouping grouping, CountQuery<?> query) {
    return page(
        session,
        grouping,
        query,
        counts -> counts.stream().map(count -> named(count, grouping.byMonth())).toList());
  }

  private static Count named(Count count, boolean byMonth) {
    Object value = count.value();
    if (value == null) {
      return count;
    }
    if (value instanceof Enum<?> one) {
      return count.named(one.name(), one.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    String key =
        byMonth
            ? YearMonth.of(((Integer) value) / 12, ((Integer) value) % 12 + 1).toString()
            : "%04d".formatted((Integer) value);
    return count.named(key, key);
  }

  /**
   * Counts by things of the record.
   *
   * @param labels what the things can be: entities, each with the path to what they are called
   */
  public static CountPage linked(
      Session session, Grouping grouping, CountQuery<?> query, Map<Class<?>, String> labels) {
    return page(session, grouping, query, counts -> linked(session, counts, labels));
  }

  private static List<Count> linked(
      Session session, List<Count> counts, Map<Class<?>, String> labels) {
    UUID[] ids = counts.stream().map(Count::value).filter(Objects::nonNull).toArray(UUID[]::new);
    Map<Object, Object[]> things = new HashMap<>();
    labels.forEach(
        (entity, label) ->
            session
                .createSelectionQuery(
                    "select t.id, t.key, t.%s from %s t where one_of(:ids, t.id)"
                        .formatted(label, entity.getSimpleName()),
                    Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> things.put(row[0], row)));
    return counts.stream()
        .map(
            count -> {
              Object[] thing = count.value() == null ? null : things.get(count.value());
              return thing == null ? count : count.named((String) thing[1], (String) thing[2]);
            })
        .toList();
  }
}
