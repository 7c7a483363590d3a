package org.chancery.graphql.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chancery.database.MergedThings;
import org.chancery.database.PastSchema;
import org.chancery.database.RareWords;
import org.chancery.graphql.errors.Nearest;
import org.chancery.graphql.errors.RequestException;
import org.chancery.search.SearchText;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Gathers what filters ask for into one condition, and looks up the keys that they name. */
public final class PredicateBuilder {

  /** Of the dates that the record can have. */
  private static final int LAST_YEAR = 9999;

  private static final int MOST_LIKE = 1000;

  /** Things of which every one has to be there. */
  private static final int MOST_OF_ALL = 20;

  private final Session session;
  private final Map<String, Object> parameters;
  private final int depth;
  private final List<String> terms = new ArrayList<>();

  /** Whether words, and beginnings of words with a star, are rare; asked once of each. */
  private final Map<String, Boolean> rareWords = new HashMap<>();

  private PredicateBuilder(Session session, Map<String, Object> parameters, int depth) {
    this.session = session;
    this.parameters = parameters;
    this.depth = depth;
  }

  /**
   * What a filter asks of the thing with the alias {@code e}.
   *
   * @throws RequestException where it names a key that nothing has
   */
  public static Condition of(Filter filter, Session session) {
    PredicateBuilder conditions = new PredicateBuilder(session, new HashMap<>(), 0);
    filter.narrow(conditions, "e");
    return new Condition(conditions.all(), conditions.parameters);
  }

  private String all() {
    return terms.isEmpty() ? "1 = 1" : String.join(" and ", terms);
  }

  /** Takes a parameter's value and gives its name in HQL. */
  public String parameter(Object value) {
    String name = "f" + parameters.size();
    parameters.put(name, value);
    return ":" + name;
  }

  /** An alias for a row of an {@code exists} subquery, unlike any in outer queries. */
  public String alias(String letter) {
    return letter + depth;
  }

  /** Has to be true. */
  public void require(String hql) {
    terms.add(hql);
  }

  /** One of these values, where a list is given. */
  public void in(String path, @Nullable Collection<?> values) {
    if (values != null) {
      terms.add(isOneOf(path, possible(values)));
    }
  }

  /** The HQL that is true of one of these values. */
  public String isOneOf(String path, List<?> values) {
    if (values.isEmpty()) {
      return "1 = 0";
    }
    Object[] some =
        values.get(0) instanceof UUID
            ? values.toArray(UUID[]::new)
            : values.stream().map(PredicateBuilder::stored).toArray(String[]::new);
    return "one_of(%s, %s)".formatted(parameter(some), path);
  }

  private static String stored(Object value) {
    return value instanceof Enum<?> choice ? choice.name() : (String) value;
  }

  /** What is asked of a value of a column, where something is. */
  public void choice(String path, @Nullable ChoiceFilter<?> choice) {
    if (choice == null) {
      return;
    }
    in(path, choice.anyOf());
    if (choice.noneOf() != null) {
      exclude(path, possible(choice.noneOf()));
    }
  }

  /** None of these values; nothing at all is none of them. */
  private void exclude(String path, List<?> values) {
    terms.add("(%s is null or not %s)".formatted(path, isOneOf(path, values)));
  }

  /** PostgreSQL refuses a text with a zero character, which nothing has. */
  private static List<?> possible(Collection<?> values) {
    return values.stream().filter(value -> String.valueOf(value).indexOf('\0') < 0).toList();
  }

  /**
   * Requires a row that matches this filter, unless null or without a condition.
   *
   * @param from as {@link #exists(String, Consumer)} takes it
   * @param alias the row's alias
   */
  public void exists(@Nullable Filter filter, String from, String alias) {
    if (filter != null) {
      exists(from, inner -> filter.narrow(inner, alias));
    }
  }

  /**
   * Requires a row that fulfils conditions.
   *
   * @param from the HQL from the row's entity to the {@code where} that ties it to the outer thing
   */
  public void exists(String from, Consumer<PredicateBuilder> more) {
    PredicateBuilder inner = new PredicateBuilder(session, parameters, depth + 1);
    more.accept(inner);
    if (!inner.terms.isEmpty()) {
      terms.add("exists (select 1 from %s and %s)".formatted(from, inner.all()));
    }
  }

  /**
   * Things that it is linked to, by their keys.
   *
   * @param argument the filter's name in the schema
   * @param entity the linked things' entity
   * @param links from the links' entity on, such as {@code MeetingTopic l where l.meetingId = e.id}
   * @param linked the path that holds the linked id, such as {@code l.topicId}
   */
  public void linked(
      String argument, Class<?> entity, @Nullable KeyFilter keys, String links, String linked) {
    if (keys == null) {
      return;
    }
    Map<String, UUID> ids = idsOf(argument, entity, keys.keys());
    Function<List<UUID>, String> exists =
        some ->
            some.isEmpty()
                ? "1 = 0"
                : "exists (select 1 from %s and %s)".formatted(links, isOneOf(linked, some));
    if (keys.anyOf() != null) {
      terms.add(exists.apply(idsOf(keys.anyOf(), ids)));
    }
    if (keys.allOf() != null) {
      everyOne(argument, keys.allOf(), ids).forEach(id -> terms.add(exists.apply(List.of(id))));
    }
    if (keys.noneOf() != null) {
      terms.add("not " + exists.apply(idsOf(keys.noneOf(), ids)));
    }
  }

  /** The thing that a column leads to, where keys are given. */
  public void link(String argument, Class<?> entity, @Nullable KeyFilter keys, String path) {
    if (keys == null) {
      return;
    }
    Map<String, UUID> ids = idsOf(argument, entity, keys.keys());
    if (keys.anyOf() != null) {
      terms.add(isOneOf(path, idsOf(keys.anyOf(), ids)));
    }
    if (keys.allOf() != null) {
      everyOne(argument, keys.allOf(), ids).forEach(id -> terms.add(isOneOf(path, List.of(id))));
    }
    if (keys.noneOf() != null) {
      exclude(path, idsOf(keys.noneOf(), ids));
    }
  }

  /** Each is a condition of its own, and each number of them another query. */
  private static List<UUID> everyOne(String argument, List<String> keys, Map<String, UUID> ids) {
    List<UUID> all = idsOf(keys, ids).stream().distinct().toList();
    if (all.size() > MOST_OF_ALL) {
      throw RequestException.badInput(
          "\"%s\" asks for %d things that all have to be there: ask for %d at most.",
          argument, all.size(), MOST_OF_ALL);
    }
    return all;
  }

  private static List<UUID> idsOf(List<String> keys, Map<String, UUID> ids) {
    List<UUID> found = new ArrayList<>();
    keys.forEach(key -> found.add(ids.get(key)));
    return found;
  }

  private Map<String, UUID> idsOf(String argument, Class<?> entity, Set<String> keys) {
    Map<String, UUID> ids = new HashMap<>();
    List<String> known = keys.stream().filter(key -> key.indexOf('\0') < 0).toList();
    if (!known.isEmpty()) {
      session
          .createSelectionQuery(
              "select t.key, t.id from %s t where one_of(:keys, t.key)"
                  .formatted(entity.getSimpleName()),
              Object[].class)
          .setParameter("keys", known.toArray(String[]::new))
          .getResultList()
          .forEach(row -> ids.put((String) row[0], (UUID) row[1]));
    }
    if (ids.size() < keys.size()) {
      ids.putAll(
          MergedThings.byKeys(
              session,
              entity.getSimpleName(),
              known.stream().filter(key -> !ids.containsKey(key)).toList()));
    }
    List<String> unknown = keys.stream().filter(key -> !ids.containsKey(key)).toList();
    if (!unknown.isEmpty()) {
      throw RequestException.badInput(
          "\"%s\" names what the record does not have: there is no %s with the key %s.%s",
          argument,
          entity.getSimpleName().toLowerCase(Locale.ROOT),
          unknown,
          Nearest.question(unknown.get(0), keysLike(entity, unknown.get(0))));
    }
    return ids;
  }

  /** Keys that begin as one does that nothing has. */
  private List<String> keysLike(Class<?> entity, String key) {
    if (key.isEmpty() || key.indexOf('\0') >= 0) {
      return List.of();
    }
    // Most keys of meetings begin with a year.
    int same = Character.isDigit(key.codePointAt(0)) ? key.length() / 2 : 2;
    String beginning = key.substring(0, Math.min(same, key.length() / 2));
    return session
        .createSelectionQuery(
            "select t.key from %s t where t.key between :beginning and :end order by t.key"
                .formatted(entity.getSimpleName()),
            String.class)
        .setParameter("beginning", beginning)
        .setParameter("end", beginning + "zzzz")
        .setMaxResults(MOST_LIKE)
        .getResultList();
  }

  /** A date that can fall in a range, where one is given. */
  public void date(String path, @Nullable DateRange range) {
    if (range == null) {
      return;
    }
    LocalDate from = range.from();
    LocalDate to = range.to();
    checkYears(from, to);
    if (from != null && to != null && from.isAfter(to)) {
      throw RequestException.badInput(
          "A range of days ends on %s, before it starts on %s: send the earlier one as \"from\".",
          to, from);
    }
    DateMatch match = range.match() == null ? DateMatch.OVERLAPS : range.match();
    if (from != null) {
      terms.add(notBefore(match).formatted(path, parameter(from)));
    }
    if (to != null) {
      terms.add(notAfter(match).formatted(path, parameter(to)));
    }
  }

  private static String notBefore(DateMatch match) {
    return switch (match) {
      case OVERLAPS -> "coalesce(%1$s.latest, %1$s.earliest) >= %2$s";
      case POSSIBLE -> "(%1$s.latest is null or %1$s.latest >= %2$s)";
      case WITHIN -> "(%1$s.earliest >= %2$s and %1$s.latest is not null)";
      case STARTS -> "%1$s.earliest >= %2$s";
    };
  }

  private static String notAfter(DateMatch match) {
    return switch (match) {
      case OVERLAPS -> "coalesce(%1$s.earliest, %1$s.latest) <= %2$s";
      case POSSIBLE -> "(%1$s.earliest is null or %1$s.earliest <= %2$s)";
      case WITHIN -> "(%1$s.latest <= %2$s and %1$s.earliest is not null)";
      case STARTS -> "%1$s.earliest <= %2$s";
    };
  }

  private static @Nullable LocalDate dayOf(@Nullable Instant moment) {
    return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static void checkYears(@Nullable LocalDate... days) {
    for (LocalDate day : days) {
      if (day != null && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
        throw RequestException.badInput(
            "The year %d: years are 1 to %d.", day.getYear(), LAST_YEAR);
      }
    }
  }

  /** A moment in a range, where one is given. */
  public void time(String path, @Nullable TimeRange range) {
    if (range == null) {
      return;
    }
    Instant from = range.from();
    Instant to = range.to();
    checkYears(dayOf(from), dayOf(to));
    if (from != null && to != null && from.isAfter(to)) {
      throw RequestException.badInput(
          "A range of time ends at %s, before it starts at %s: send the earlier one as \"from\".",
          to, from);
    }
    if (from != null) {
      terms.add("%s >= %s".formatted(path, parameter(from)));
    }
    if (to != null) {
      terms.add("%s < %s".formatted(path, parameter(to)));
    }
  }

  /** The words that are looked for stand in the thing's own words. */
  public void text(@Nullable SearchText search, String alias) {
    if (search != null) {
      search.wanted().forEach(term -> terms.add(matches(alias, term, true)));
      without(search, term -> List.of(matches(alias, term)));
    }
  }

  /**
   * Requires each term of a search in one of several places.
   *
   * @param places the HQL that is true where a term occurs, one for each place
   */
  public void text(@Nullable SearchText search, Function<SearchText.Term, List<String>> places) {
    if (search != null) {
      search.wanted().forEach(term -> terms.add(inOne(places.apply(term))));
      without(search, places);
    }
  }

  private void without(SearchText search, Function<SearchText.Term, List<String>> places) {
    search.unwanted().forEach(term -> terms.add("not " + inOne(places.apply(term))));
  }

  private static String inOne(List<String> places) {
    return "(" + String.join(" or ", places) + ")";
  }

  /** The HQL that is true of an entity whose own words contain a term. */
  public String matches(String alias, SearchText.Term term) {
    return matches(alias, term, false);
  }

  /**
   * The HQL that is true of an entity that is linked to others of which the words contain a term.
   *
   * @param id the path to the entity's id, which is never null
   * @param from the HQL of what leads to the others, such as {@code Statement s}
   * @param link the path there that holds the entity's id, such as {@code s.meetingId}
   * @param alias of the others
   */
  public String matchesLinked(
      String id, String from, String link, String alias, SearchText.Term term) {
    return isRare(term)
        ? "%s in (select %s from %s where %s)".formatted(id, link, from, matches(alias, term, true))
        : "exists (select 1 from %s where %s = %s and %s)"
            .formatted(from, link, id, matches(alias, term));
  }

  /**
   * The same for others to which a row of its own leads. A join, and a list of what has a word, H2
   * would read again for each row of the past.
   *
   * @param from the HQL of that row, such as {@code MeetingTopic l}
   * @param link the path there that holds the entity's id, such as {@code l.meetingId}
   * @param to the path there that holds the other's id, such as {@code l.topicId}
   * @param other the entity of the others
   */
  public String matchesLinked(
      String id, String from, String link, String to, Class<?> other, SearchText.Term term) {
    String others = other.getSimpleName();
    if (PastSchema.isEntered()) {
      return "exists (select 1 from %s where %s = %s and exists (select 1 from %s t where t.id = %s and %s))"
          .formatted(from, link, id, others, to, matches("t", term));
    }
    return isRare(term)
        ? "%s in (select %s from %s where %s in (select t.id from %s t where %s))"
            .formatted(id, link, from, to, others, matches("t", term, true))
        : matchesLinked(
            id, "%s join %s t on t.id = %s".formatted(from, others, to), link, "t", term);
  }

  private boolean isRare(SearchText.Term term) {
    return term.whole().stream().anyMatch(word -> isRare(word, false))
        || (term.isPrefix() && isRare(term.last(), true));
  }

  /**
   * Whether few things have a word that all items have to have: then the search starts from them. A
   * list of them H2 would read again for each row of the past.
   */
  private boolean isRare(String word, boolean isPrefix) {
    return depth == 0
        && !PastSchema.isEntered()
        && rareWords.computeIfAbsent(
            isPrefix ? word + "*" : word, asked -> RareWords.has(session, word, isPrefix));
  }

  /**
   * The HQL that is true of an entity whose own words contain a term.
   *
   * @param canStart whether the search can start from the few things that have a rare word
   */
  private String matches(String alias, SearchText.Term term, boolean canStart) {
    List<String> every = new ArrayList<>();
    term.whole().stream()
        .distinct()
        .forEach(
            word ->
                every.add(
                    asked(
                        canStart && isRare(word, false) ? "has_rare_word" : "has_word",
                        alias,
                        word)));
    if (term.isPrefix()) {
      String start = term.last();
      every.add(
          asked(canStart && isRare(start, true) ? "has_rare_prefix" : "has_prefix", alias, start));
    }
    if (term.isPhrase()) {
      // The words are there; this requires that they are adjacent.
      every.add("%s.searchWords like %s".formatted(alias, parameter("%" + term.inWords() + "%")));
    }
    return "(" + String.join(" and ", every) + ")";
  }

  private String asked(String question, String alias, String word) {
    return "%3$s(%2$s, %1$s.id, %1$s.searchWords)".formatted(alias, parameter(word), question);
  }
}
