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
    filter.put("text", parameters.get("q"));
    filter.put("parties", any(parameters.get("party")));
    filter.put("topics", any(parameters.get("topic")));
    filter.put("date", year(parameters.get("year")));
    return filter;
  }

  static @Nullable Map<String, @Nullable Object> ofStatements(Map<String, String> parameters) {
    Map<String, @Nullable Object> speaker = new HashMap<>();
    speaker.put("participants", any(parameters.get("speaker")));
    speaker.put("sides", any(parameters.get("side")));
    Map<String, @Nullable Object> filter = new HashMap<>();
    filter.put("text", parameters.get("q"));
    filter.put("topics", any(parameters.get("topic")));
    filter.put("speaker", speaker);
    String act = parameters.get("act");
    filter.put("act", act == null ? null : Map.of("anyOf", List.of(act.toUpperCase(Locale.ROOT))));
    return filter;
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
