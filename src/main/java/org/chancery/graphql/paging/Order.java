package org.chancery.graphql.paging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list: columns that together tell any two of its items apart, so that a cursor
 * names exactly one place in it.
 *
 * @param columns from the most significant on; the last one makes the order total
 */
public record Order<E>(List<Column<E, ?>> columns) {

  public static <E> Order<E> by(List<Column<E, ?>> columns) {
    return new Order<>(List.copyOf(columns));
  }

  /**
   * One column that a list is ordered by. It is never null in the database.
   *
   * @param path the entity's attribute
   * @param descending whether the greatest comes first
   * @param value reads the attribute of an item
   * @param parser reads the value that a cursor holds
   */
  public record Column<E, T>(
      String path, boolean descending, Function<E, T> value, Function<String, T> parser) {

    public static <E> Column<E, LocalDate> newestFirst(String path, Function<E, LocalDate> value) {
      return new Column<>(path, true, value, LocalDate::parse);
    }

    public static <E> Column<E, UUID> byId(String path, Function<E, UUID> value) {
      return new Column<>(path, false, value, UUID::fromString);
    }

    public static <E> Column<E, Integer> byNumber(String path, Function<E, Integer> value) {
      return new Column<>(path, false, value, Integer::valueOf);
    }

    public static <E> Column<E, String> byText(String path, Function<E, String> value) {
      return new Column<>(path, false, value, Function.identity());
    }
  }

  /** The {@code order by} of this order, or of its reverse. */
  String orderBy(boolean reversed) {
    return String.join(
        ", ",
        columns.stream()
            .map(column -> "e." + column.path() + (column.descending() != reversed ? " desc" : ""))
            .toList());
  }

  /** The place of an item in this order. */
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
