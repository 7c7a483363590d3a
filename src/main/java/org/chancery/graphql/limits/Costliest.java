package org.chancery.graphql.limits;

import graphql.language.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Finds the list to shorten where an operation costs too much. */
final class Costliest {

  /** Of the lists that are tried; each is another measuring. */
  private static final int MOST_LISTS = 20;

  private static final String LAST = "last";

  private final CostAnalyzer measuring;
  private final ToLongFunction<CostAnalyzer> cost;
  private final long maximum;

  /**
   * Of an operation.
   *
   * @param cost what the whole of it costs by a measuring
   */
  Costliest(CostAnalyzer measuring, ToLongFunction<CostAnalyzer> cost, long maximum) {
    this.measuring = measuring;
    this.cost = cost;
    this.maximum = maximum;
  }

  /** A sentence that names the list that costs most, and how many of it there could be. */
  String advice() {
    Map.Entry<Field, Long> costliest = null;
    long least = Long.MAX_VALUE;
    for (Map.Entry<Field, Long> list :
        sizesOfLists().entrySet().stream().limit(MOST_LISTS).toList()) {
      long withOne = costWith(list.getKey(), 1);
      if (withOne < least) {
        least = withOne;
        costliest = list;
      }
    }
    if (costliest == null) {
      return "Ask for less at once.";
    }
    Field list = costliest.getKey();
    return least > maximum
        ? "The largest part of it is for \"%s\": ask for fewer of them, and for less of each."
            .formatted(list.getResultKey())
        : "The largest part of it is for \"%s\": with \"%s: %d\" it would be within the limit."
            .formatted(list.getResultKey(), argumentOf(list), fitting(list, costliest.getValue()));
  }

  /** The operation's lists, each with how many things it is asked for with. */
  private Map<Field, Long> sizesOfLists() {
    Map<Field, Long> sizes = new LinkedHashMap<>();
    var unused =
        cost.applyAsLong(
            measuring.with(
                (list, asked) -> {
                  sizes.put(list, asked);
                  return asked;
                }));
    return sizes;
  }

  private long costWith(Field one, long size) {
    return cost.applyAsLong(measuring.with((list, asked) -> list == one ? size : asked));
  }

  private static String argumentOf(Field list) {
    boolean isLast =
        list.getArguments().stream().anyMatch(argument -> argument.getName().equals(LAST));
    return isLast ? LAST : "first";
  }

  /** The most that fit; one does. */
  private long fitting(Field list, long asked) {
    long fits = 1;
    long tooMany = asked;
    while (tooMany - fits > 1) {
      long between = (fits + tooMany) / 2;
      if (costWith(list, between) <= maximum) {
        fits = between;
      } else {
        tooMany = between;
      }
    }
    return fits;
  }
}
