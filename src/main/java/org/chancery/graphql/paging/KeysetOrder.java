package org.chancery.graphql.paging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chancery.graphql.filter.OrderDirection;
import org.chancery.search.Relevance;
import org.chancery.search.Searched;
import org.chancery.search.Words;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: columns that together are unique, so that a cursor names exactly one
 * position.
 *
 * @param name identifies the order in a cursor; empty for the list's own order
 * @param columns most significant first; the last one makes the order total
 * @param parameters what the columns' expressions need
 */
public record KeysetOrder<E>(
    String name, List<Column<E, ?>> columns, Map<String, Object> parameters) {

  /** A list's own order. */
  public static <E> KeysetOrder<E> by(List<Column<E, ?>> columns) {
    return new KeysetOrder<>("", List.copyOf(columns), Map.of());
  }

  /** An order that was asked for: these columns, or the reverse of them. */
  static <E> KeysetOrder<E> by(
      OrderField<E> field, OrderDirection direction, List<Column<E, ?>> ascending) {
    return new KeysetOrder<>(
        field + " " + direction,
        direction == OrderDirection.ASC
            ? List.copyOf(ascending)
            : ascending.stream().<Column<E, ?>>map(Column::reversed).toList(),
        Map.of());
  }

  /** By the share of the wanted words in an item's words, then by id. */
  static <E> KeysetOrder<E> byRelevance(
      OrderField<E> field, OrderDirection direction, List<String> wanted, Column<E, UUID> id) {
    Relevance.Expression expression = Relevance.expression("e.searchWords", wanted);
    Column<E, Integer> relevance =
        Column.<E>byNumber(
                expression.hql(), item -> Relevance.of(((Searched) item).searchWords(), wanted))
            .computedFrom(Searched.TEXTS);
    KeysetOrder<E> order = by(field, direction, List.of(relevance, id));
    return new KeysetOrder<>(order.name(), order.columns(), expression.parameters());
  }

  /**
   * One column that a list is ordered by. It is never null in the database.
   *
   * @param expression the HQL for it, in which the item has the alias {@code e}
   * @param descending whether the greatest comes first
   * @param value reads or computes it
   * @param parser reads the value that a cursor holds
   * @param first the HQL of a lower bound of its values; null where there is none
   * @param last the HQL of an upper bound
   * @param isFixed whether it has the same direction in an order and in its reverse
   * @param groups of attributes that it is computed from, and that may be lazy
   */
  public record Column<E, T>(
      String expression,
      boolean descending,
      Function<E, T> value,
      Function<String, T> parser,
      @Nullable String first,
      @Nullable String last,
      boolean isFixed,
      List<String> groups) {

    private Column(String expression, Function<E, T> value, Function<String, T> parser) {
      this(expression, false, value, parser, null, null, false, List.of());
    }

    /** By where a date stands among others. */
    public static <E> Column<E, Long> byPlace(String expression, Function<E, Long> value) {
      return new Column<>(expression, value, Long::valueOf);
    }

    /** By an attribute that is a time. */
    public static <E> Column<E, Instant> byTime(String attribute, Function<E, Instant> value) {
      return new Column<>("e." + attribute, value, Instant::parse).computedFrom(List.of(attribute));
    }

    public static <E> Column<E, UUID> byId(String expression, Function<E, UUID> value) {
      return new Column<>(expression, value, UUID::fromString);
    }

    public static <E> Column<E, Integer> byNumber(String expression, Function<E, Integer> value) {
      return new Column<>(
          expression,
          false,
          value,
          Integer::valueOf,
          String.valueOf(-Integer.MAX_VALUE),
          String.valueOf(Integer.MAX_VALUE),
          false,
          List.of());
    }

    public static <E> Column<E, String> byText(String expression, Function<E, String> value) {
      return new Column<>(expression, value, Column::storable);
    }

    /** By the beginning of words that can be more than a cursor may have. */
    public static <E> Column<E, String> byBeginning(
        String expression, Function<E, String> searchWords) {
      return Column.<E>byText(
              "beginning(" + expression + ")", item -> Words.beginning(searchWords.apply(item)))
          .computedFrom(Searched.TEXTS);
    }

    /** No column holds a zero character, and PostgreSQL refuses it. */
    private static String storable(String text) {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("No column holds this.");
      }
      return text;
    }

    @SuppressWarnings("unchecked") // both are values of one column, which are ordered
    private static int compare(Object one, Object other) {
      return ((Comparable<Object>) one).compareTo(other);
    }

    /** The same, the other way around, where that may be. */
    public Column<E, T> reversed() {
      return isFixed
          ? this
          : new Column<>(expression, !descending, value, parser, first, last, false, groups);
    }

    /** The same in an order that has one direction: what stands inside of what is turned. */
    public Column<E, T> fixed() {
      return new Column<>(expression, descending, value, parser, first, last, true, groups);
    }

    private Column<E, T> computedFrom(List<String> some) {
      return new Column<>(expression, descending, value, parser, first, last, isFixed, some);
    }
  }

  /** The {@code order by} of this order, or of its reverse. */
  String orderBy(boolean reversed) {
    return String.join(
        ", ",
        columns.stream()
            .map(column -> column.expression() + (column.descending() != reversed ? " desc" : ""))
            .toList());
  }

  /** The groups of attributes that places are computed from, and that may be lazy. */
  List<String> groups() {
    return columns.stream().flatMap(column -> column.groups().stream()).toList();
  }

  /** The values of an item's place in this order. */
  List<Object> placeOf(E item) {
    return columns.stream().<Object>map(column -> column.value().apply(item)).toList();
  }

  /** How the values of two places stand to each other in this order. */
  int compare(List<Object> one, List<Object> other) {
    for (int i = 0; i < columns.size(); i++) {
      int compared = Column.compare(one.get(i), other.get(i));
      if (compared != 0) {
        return columns.get(i).descending() ? -compared : compared;
      }
    }
    return 0;
  }

  /** The place of an item in this order, as a cursor holds it. */
  List<String> place(E item) {
    return columns.stream().map(column -> String.valueOf(column.value().apply(item))).toList();
  }

  /** The values of a place; null where they are not such as this order has. */
  @Nullable List<Object> values(List<String> place) {
    if (place.size() != columns.size()) {
      return null;
    }
    try {
      return IntStream.range(0, columns.size())
          .<Object>mapToObj(i -> columns.get(i).parser().apply(place.get(i)))
          .toList();
    } catch (RuntimeException unreadable) {
      return null;
    }
  }
}
