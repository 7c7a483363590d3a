package org.chancery.graphql.counting;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.graphql.counting.CountFetcher.CountQuery;
import org.chancery.graphql.filter.Condition;
import org.chancery.graphql.filter.PredicateBuilder;
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
   * @param by the HQL for that
   * @param repeats whether it can join an entity to one value twice
   * @param newestFirst whether the greatest value comes first, and not the greatest count
   * @param byMonth whether the values are months, counted from the year 0 on
   */
  public record Grouping(
      String from, String by, boolean repeats, boolean newestFirst, boolean byMonth) {

    /** By year; null for dates that can lie in several: the record does not guess. */
    public static Grouping byYear(String from, String date) {
      return new Grouping(
          from,
          "case when year(%1$s.earliest) = year(%1$s.latest) then year(%1$s.earliest) end"
              .formatted(date),
          false,
          true,
          false);
    }

    /** By a month, as a number, which only dates have that lie in one. */
    public static Grouping byMonth(String from, String date) {
      String month = "(year(%1$s) * 12 + month(%1$s) - 1)";
      return new Grouping(
          from,
          "case when %1$s = %2$s then %1$s end"
              .formatted(month.formatted(date + ".earliest"), month.formatted(date + ".latest")),
          false,
          true,
          true);
    }

    /** By anything else, the most frequent first. */
    public static Grouping by(String from, String by) {
      return new Grouping(from, by, false, false, false);
    }

    /** The same where several links can lead from one thing to the same value. */
    public static Grouping byLinks(String from, String by) {
      return new Grouping(from, by, true, false, false);
    }
  }

  /**
   * A value and how many have it.
   *
   * @param value null where the record does not say
   */
  private record Counted(@Nullable Object value, int count) {}

  private static List<Counted> of(Session session, Grouping grouping, CountQuery<?> asked) {
    Condition condition = PredicateBuilder.of(asked.filter(), session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select %1$s as value, count(%2$s) as things from %3$s where %4$s group by 1 order by %5$s"
                    .formatted(
                        grouping.by(),
                        grouping.repeats() ? "distinct e.id" : "*",
                        grouping.from(),
                        condition.hql(),
                        grouping.newestFirst() ? "1 desc nulls last" : "2 desc, 1 nulls last"),
                Object[].class)
            .setMaxResults(asked.most());
    condition.setIn(query);
    return query.getResultList().stream()
        .map(row -> new Counted(row[0], Math.toIntExact((Long) row[1])))
        .toList();
  }

  /** Counts whose value names itself: years, months, values of enums. */
  public static List<Count> named(Session session, Grouping grouping, CountQuery<?> asked) {
    return of(session, grouping, asked).stream()
        .map(one -> named(one, grouping.byMonth()))
        .toList();
  }

  private static Count named(Counted counted, boolean byMonth) {
    Object value = counted.value();
    if (value == null) {
      return new Count(null, Count.NOT_KNOWN, counted.count());
    }
    if (value instanceof Enum<?> one) {
      return new Count(
          one.name(), one.name().toLowerCase(Locale.ROOT).replace('_', ' '), counted.count());
    }
    String key =
        byMonth
            ? YearMonth.of(((Integer) value) / 12, ((Integer) value) % 12 + 1).toString()
            : "%04d".formatted((Integer) value);
    return new Count(key, key, counted.count());
  }

  /** Counts by things of the record, which have a key and a name. */
  public static List<Count> linked(
      Session session, Grouping grouping, Class<?> entity, CountQuery<?> asked) {
    List<Counted> counted = of(session, grouping, asked);
    Map<Object, Object[]> things = new HashMap<>();
    session
        .createSelectionQuery(
            "select t.id, t.key, t.name from %s t where one_of(:ids, t.id)"
                .formatted(entity.getSimpleName()),
            Object[].class)
        .setParameter(
            "ids",
            counted.stream().map(Counted::value).filter(Objects::nonNull).toArray(UUID[]::new))
        .getResultList()
        .forEach(row -> things.put(row[0], row));
    return counted.stream()
        .map(
            one -> {
              Object[] thing = one.value() == null ? null : things.get(one.value());
              return thing == null
                  ? new Count(null, Count.NOT_KNOWN, one.count())
                  : new Count((String) thing[1], (String) thing[2], one.count());
            })
        .toList();
  }
}
