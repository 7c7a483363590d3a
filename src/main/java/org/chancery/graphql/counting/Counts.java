package org.chancery.graphql.counting;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chancery.graphql.finding.Condition;
import org.chancery.graphql.finding.Conditions;
import org.chancery.graphql.finding.Filter;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Counts things by what they have in common, in the database. */
public final class Counts {

  private Counts() {}

  /**
   * How things are grouped.
   *
   * @param from the HQL that leads from the thing, with the alias {@code e}, to what it is grouped
   *     by
   * @param by the HQL for that
   * @param newestFirst whether the greatest value comes first, and not the greatest count
   */
  public record Grouping(String from, String by, boolean newestFirst) {

    /** By a year, which only dates have that lie in one: the record does not guess. */
    public static Grouping byYear(String from, String date) {
      return new Grouping(
          from,
          "case when year(%1$s.earliest) = year(%1$s.latest) then year(%1$s.earliest) end"
              .formatted(date),
          true);
    }

    /** By a month, as a number, which only dates have that lie in one. */
    public static Grouping byMonth(String from, String date) {
      String month = "(year(%1$s) * 12 + month(%1$s) - 1)";
      return new Grouping(
          from,
          "case when %1$s = %2$s then %1$s end"
              .formatted(month.formatted(date + ".earliest"), month.formatted(date + ".latest")),
          true);
    }

    /** By anything else, the most frequent first. */
    public static Grouping by(String from, String by) {
      return new Grouping(from, by, false);
    }
  }

  /**
   * A value and how many have it.
   *
   * @param value null where the record does not say
   */
  public record Counted(@Nullable Object value, int count) {}

  /** So many groups of the things that a filter asks for. */
  public static List<Counted> of(Session session, Grouping grouping, Filter filter, int most) {
    Condition condition = Conditions.of(filter, session);
    SelectionQuery<Object[]> query =
        session
            .createSelectionQuery(
                "select %1$s as value, count(distinct e.id) as things from %2$s where %3$s group by 1 order by %4$s"
                    .formatted(
                        grouping.by(),
                        grouping.from(),
                        condition.hql(),
                        grouping.newestFirst() ? "1 desc nulls last" : "2 desc, 1 nulls last"),
                Object[].class)
            .setMaxResults(most);
    condition.setIn(query);
    return query.getResultList().stream()
        .map(row -> new Counted(row[0], Math.toIntExact((Long) row[1])))
        .toList();
  }

  /** Counts whose value names itself: years, months, values of enums. */
  public static List<Tally> named(List<Counted> counted, boolean byMonth) {
    return counted.stream().map(one -> named(one, byMonth)).toList();
  }

  private static Tally named(Counted counted, boolean byMonth) {
    Object value = counted.value();
    if (value == null) {
      return new Tally(null, Tally.NOT_KNOWN, counted.count());
    }
    if (value instanceof Enum<?> one) {
      return new Tally(
          one.name(), one.name().toLowerCase(Locale.ROOT).replace('_', ' '), counted.count());
    }
    String key =
        byMonth
            ? YearMonth.of(((Integer) value) / 12, ((Integer) value) % 12 + 1).toString()
            : "%04d".formatted((Integer) value);
    return new Tally(key, key, counted.count());
  }

  /** Counts by things of the record, which have a key and a name. */
  public static List<Tally> linked(Session session, List<Counted> counted, Class<?> entity) {
    Map<Object, Object[]> things = new HashMap<>();
    session
        .createSelectionQuery(
            "select t.id, t.key, t.name from %s t where t.id in :ids"
                .formatted(entity.getSimpleName()),
            Object[].class)
        .setParameterList(
            "ids", counted.stream().map(Counted::value).filter(Objects::nonNull).toList())
        .getResultList()
        .forEach(row -> things.put(row[0], row));
    return counted.stream()
        .map(
            one -> {
              Object[] thing = one.value() == null ? null : things.get(one.value());
              return thing == null
                  ? new Tally(null, Tally.NOT_KNOWN, one.count())
                  : new Tally((String) thing[1], (String) thing[2], one.count());
            })
        .toList();
  }
}
