package org.chancery.graphql.limits;

import graphql.language.Field;
import java.util.List;
import java.util.function.ToLongFunction;

/** What would help where an operation costs too much: the list to ask for less of. */
final class Costliest {

  /** Of the lists that are tried; each is another measuring. */
  private static final int MOST_LISTS = 20;

  private static final String LAST = "last";

  private final Measuring measuring;
  private final ToLongFunction<Measuring> cost;
  private final long maximum;

  /**
   * Of an operation that was measured.
   *
   * @param cost what the whole of it costs by a measuring
   */
  Costliest(Measuring measuring, ToLongFunction<Measuring> cost, long maximum) {
    this.measuring = measuring;
    this.cost = cost;
    this.maximum = maximum;
  }

  /** A sentence that names the list that costs most, and how many of it there could be. */
  String advice() {
    Field costliest = null;
    long least = Long.MAX_VALUE;
    for (Field list : List.copyOf(measuring.lists()).stream().limit(MOST_LISTS).toList()) {
      long withOne = cost.applyAsLong(measuring.with(list, 1));
      if (withOne < least) {
        least = withOne;
        costliest = list;
      }
    }
    if (costliest == null) {
      return "Ask for less at once.";
    }
    return least > maximum
        ? "The largest part of it is for \"%s\": ask for fewer of them, and for less of each."
            .formatted(costliest.getResultKey())
        : "The largest part of it is for \"%s\": with \"%s: %d\" it would be within the limit."
            .formatted(costliest.getResultKey(), argumentOf(costliest), fitting(costliest));
  }

  private static String argumentOf(Field list) {
    boolean isLast =
        list.getArguments().stream().anyMatch(argument -> argument.getName().equals(LAST));
    return isLast ? LAST : "first";
  }

  /** The most that fit; one does. */
  private long fitting(Field list) {
    long fits = 1;
    long tooMany = measuring.pageSize(list);
    while (tooMany - fits > 1) {
      long between = (fits + tooMany) / 2;
      if (cost.applyAsLong(measuring.with(list, between)) <= maximum) {
        fits = between;
      } else {
        tooMany = between;
      }
    }
    return fits;
  }
}
