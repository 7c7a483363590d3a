package org.chancery.pages;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** What the parameters of a list's address come to as a filter of the API. */
final class Filters {

  /** Of all lists: what another list's filter does not have is passed over there. */
  static final List<String> NAMES =
      List.of("q", "party", "topic", "year", "speaker", "side", "act");

  private Filters() {}

  static @Nullable Map<String, @Nullable Object> none(Map<String, String> parameters) {
    return null;
  }

  static @Nullable Map<String, @Nullable Object> ofMeetings(Map<String, String> parameters) {
    Map<String, @Nullable Object> filter = new HashMap<>();
    put(filter, "text", parameters.get("q"));
    put(filter, "parties", any(parameters.get("party")));
    put(filter, "topics", any(parameters.get("topic")));
    put(filter, "date", year(parameters.get("year")));
    return filter.isEmpty() ? null : filter;
  }

  static @Nullable Map<String, @Nullable Object> ofStatements(Map<String, String> parameters) {
    Map<String, @Nullable Object> speaker = new HashMap<>();
    put(speaker, "participants", any(parameters.get("speaker")));
    put(speaker, "sides", any(parameters.get("side")));
    Map<String, @Nullable Object> filter = new HashMap<>();
    put(filter, "text", parameters.get("q"));
    put(filter, "topics", any(parameters.get("topic")));
    put(filter, "speaker", speaker.isEmpty() ? null : speaker);
    String act = parameters.get("act");
    put(filter, "act", any(act == null ? null : act.toUpperCase(Locale.ROOT)));
    return filter.isEmpty() ? null : filter;
  }

  /** How many things a list is asked for at once: words, keys, values. */
  static int conditions(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .mapToInt(one -> one.getKey().equals("q") ? one.getValue().split("\\s+", -1).length : 1)
        .sum();
  }

  private static void put(
      Map<String, @Nullable Object> filter, String member, @Nullable Object value) {
    if (value != null) {
      filter.put(member, value);
    }
  }

  private static @Nullable Map<String, @Nullable Object> any(@Nullable String key) {
    return key == null ? null : Map.of("anyOf", List.of(key));
  }

  private static @Nullable Map<String, @Nullable Object> year(@Nullable String year) {
    if (year == null) {
      return null;
    }
    if (!year.matches("\\d{4}")) {
      throw RequestException.badInput("\"year\" has four digits.");
    }
    LocalDate first = Year.parse(year).atDay(1);
    return Map.of("from", first.toString(), "to", first.plusYears(1).minusDays(1).toString());
  }
}
