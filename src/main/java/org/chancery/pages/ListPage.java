package org.chancery.pages;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/** A list of the record: where it is, what narrows it down, and the orders that it can have. */
@TemplateData
@SuppressWarnings("ImmutableEnumChecker") // its lists are those of List.of
public enum ListPage {
  MEETINGS(
      "meetings",
      "Meetings",
      List.of(
          Narrowing.words(),
          Narrowing.keys("party", "parties"),
          Narrowing.keys("person", "participants"),
          Narrowing.keys("topic", "topics"),
          Narrowing.key("event", "event"),
          Narrowing.year("date"),
          Narrowing.choice("format", "format"),
          Narrowing.choice("status", "status")),
      List.of(Order.NEWEST, Order.OLDEST, Order.BY_TITLE, Order.CHANGED)),
  PARTICIPANTS(
      "participants",
      "People",
      List.of(Narrowing.words(), Narrowing.keys("party", "parties")),
      List.of(Order.BY_NAME, Order.CHANGED)),
  PARTIES(
      "parties",
      "Parties",
      List.of(Narrowing.words(), Narrowing.choice("kind", "kind")),
      List.of(Order.BY_NAME, Order.CHANGED)),
  TOPICS(
      "topics",
      "Topics",
      List.of(Narrowing.words(), Narrowing.keys("party", "parties")),
      List.of(Order.BY_NAME, Order.CHANGED)),
  EVENTS(
      "events",
      "Events",
      List.of(
          Narrowing.words(),
          Narrowing.keys("topic", "topics"),
          Narrowing.key("host", "host"),
          Narrowing.year("date")),
      List.of(Order.NEWEST, Order.OLDEST, Order.BY_TITLE, Order.CHANGED)),
  STATEMENTS(
      "statements",
      "Statements",
      List.of(
          Narrowing.words(),
          Narrowing.keys("topic", "topics"),
          Narrowing.key("speaker", "speaker", "participants"),
          Narrowing.key("side", "speaker", "sides"),
          Narrowing.year("meeting", "date"),
          Narrowing.choice("act", "act"),
          Narrowing.choice("linked", "links")),
      List.of(Order.NEWEST, Order.OLDEST, Order.CHANGED));

  /** The parameter with the order. */
  static final String SORT = "sort";

  /** The variable with the order. */
  static final String ORDER = "order";

  /** The parameter with words that are looked for. */
  static final String WORDS = "q";

  /** Between the keys of a parameter that takes several: no key has one. */
  static final String COMMA = ",";

  private final String path;
  private final String title;
  private final List<Narrowing> narrowings;
  private final List<Order> orders;

  /**
   * A list.
   *
   * @param orders the first of which it has where it is not asked for another
   */
  ListPage(String path, String title, List<Narrowing> narrowings, List<Order> orders) {
    this.path = path;
    this.title = title;
    this.narrowings = narrowings;
    this.orders = orders;
  }

  /** A way to order a list, as a parameter, in words, and as the API has it. */
  @TemplateData
  public enum Order {
    NEWEST("newest", "newest first", "DATE", "DESC"),
    OLDEST("oldest", "oldest first", "DATE", "ASC"),
    BY_TITLE("title", "by title", "TITLE", "ASC"),
    BY_NAME("name", "by name", "NAME", "ASC"),
    CHANGED("changed", "last changed first", "UPDATED_AT", "DESC");

    private final String parameter;
    private final String title;
    private final String field;
    private final String direction;

    Order(String parameter, String title, String field, String direction) {
      this.parameter = parameter;
      this.title = title;
      this.field = field;
      this.direction = direction;
    }
  }

  /**
   * What a parameter asks of a list.
   *
   * @param members the path of the filter's member
   * @param form what its value is
   */
  private record Narrowing(String parameter, List<String> members, Form form) {

    /** How a parameter's value becomes a filter's. */
    private enum Form {
      TEXT,
      KEY,
      KEYS,
      CHOICE,
      YEAR
    }

    static Narrowing words() {
      return new Narrowing(WORDS, List.of("text"), Form.TEXT);
    }

    static Narrowing key(String parameter, String... members) {
      return new Narrowing(parameter, List.of(members), Form.KEY);
    }

    /** Of several keys, all of which things have that are left. */
    static Narrowing keys(String parameter, String member) {
      return new Narrowing(parameter, List.of(member), Form.KEYS);
    }

    static Narrowing choice(String parameter, String member) {
      return new Narrowing(parameter, List.of(member), Form.CHOICE);
    }

    static Narrowing year(String... members) {
      return new Narrowing("year", List.of(members), Form.YEAR);
    }

    boolean isOfKeys() {
      return form == Form.KEY || form == Form.KEYS;
    }

    Object asked(String value) {
      return switch (form) {
        case TEXT -> value;
        case KEY -> {
          if (value.contains(COMMA)) {
            throw RequestException.badInput("\"%s\" takes one key.", parameter);
          }
          yield Map.of("anyOf", List.of(value));
        }
        case KEYS -> Map.of(value.contains(COMMA) ? "allOf" : "anyOf", keysIn(value));
        case CHOICE -> Map.of("anyOf", List.of(InWords.constant(value)));
        case YEAR -> {
          if (!value.matches("\\d{4}")) {
            throw RequestException.badInput("\"year\" has four digits.");
          }
          // As years are counted: where it is said how many, so many are found.
          yield Map.of("from", value + "-01-01", "to", value + "-12-31", "match", "WITHIN");
        }
      };
    }
  }

  /** A link to the same list in another order. */
  @TemplateData
  public record Ordered(String title, String address, boolean isThis) {}

  public String path() {
    return path;
  }

  public String title() {
    return title;
  }

  /** The names of all that narrows lists down, which crawlers are kept out of. */
  static List<String> parametersOfAll() {
    return Stream.of(values())
        .flatMap(one -> one.parameters().stream())
        .filter(name -> !ReadingRoom.CURSORS.contains(name))
        .distinct()
        .toList();
  }

  /** Whether this parameter takes a constant of the schema. */
  static boolean hasChoice(String parameter) {
    return Stream.of(values()).anyMatch(list -> list.has(Narrowing.Form.CHOICE, parameter));
  }

  /** Whether several values of this parameter narrow the list down further than one. */
  boolean takesSeveral(String parameter) {
    return has(Narrowing.Form.KEYS, parameter);
  }

  private boolean has(Narrowing.Form form, String parameter) {
    return narrowings.stream().anyMatch(one -> one.form == form && one.parameter.equals(parameter));
  }

  /** The keys of each parameter that has several. */
  Map<String, List<String>> several(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .filter(one -> takesSeveral(one.getKey()) && one.getValue().contains(COMMA))
        .collect(Collectors.toMap(Map.Entry::getKey, one -> keysIn(one.getValue())));
  }

  /** The keys that a parameter has. */
  static List<String> keysIn(String value) {
    return List.of(value.split(COMMA, -1));
  }

  /** The keys that are there once or more often, as one value. */
  static String joined(List<String> values) {
    return values.stream()
        .flatMap(value -> keysIn(value).stream())
        .map(String::strip)
        .filter(key -> !key.isEmpty())
        .distinct()
        .collect(Collectors.joining(COMMA));
  }

  /** The parameters that it takes. */
  List<String> parameters() {
    List<String> names = new ArrayList<>(narrowings.stream().map(Narrowing::parameter).toList());
    names.add(SORT);
    names.add(ReadingRoom.AFTER);
    return names;
  }

  /** The orders that it can have, but for what an order by relevance would be. */
  public List<Ordered> orders(PageView page) {
    String asked = page.parameters().getOrDefault(SORT, orders.get(0).parameter);
    return orders.stream()
        .map(
            order ->
                new Ordered(
                    order.title,
                    order == orders.get(0) ? page.without(SORT) : page.and(SORT, order.parameter),
                    order.parameter.equals(asked)))
        .toList();
  }

  /** What these parameters come to as variables of its query. */
  Map<String, @Nullable Object> variables(Map<String, String> parameters) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("filter", filter(parameters));
    variables.put(ORDER, order(parameters.get(SORT)));
    for (Narrowing narrowing : narrowings) {
      String name = narrowing.parameter();
      String key = parameters.get(name);
      // What one is called; what several are called is asked by PageQuery.withNames.
      if (key != null && narrowing.isOfKeys() && !key.contains(COMMA)) {
        variables.put(name, key);
        variables.put("of" + Character.toUpperCase(name.charAt(0)) + name.substring(1), true);
      }
    }
    return variables;
  }

  private @Nullable Map<String, @Nullable Object> filter(Map<String, String> parameters) {
    Map<String, @Nullable Object> filter = new LinkedHashMap<>();
    for (Narrowing narrowing : narrowings) {
      String value = parameters.get(narrowing.parameter());
      if (value != null) {
        put(filter, narrowing.members(), narrowing.asked(value));
      }
    }
    return filter.isEmpty() ? null : filter;
  }

  private static void put(
      Map<String, @Nullable Object> filter, List<String> members, Object value) {
    Map<String, @Nullable Object> inner = filter;
    for (String member : members.subList(0, members.size() - 1)) {
      inner =
          Pages.members(
              inner.computeIfAbsent(member, any -> new HashMap<String, @Nullable Object>()));
    }
    inner.put(members.get(members.size() - 1), value);
  }

  private @Nullable Map<String, @Nullable Object> order(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    Order order =
        orders.stream()
            .filter(one -> one.parameter.equals(asked))
            .findFirst()
            .orElseThrow(
                () ->
                    RequestException.badInput(
                        "\"%s\" is one of %s.",
                        SORT,
                        orders.stream()
                            .map(one -> one.parameter)
                            .collect(Collectors.joining(", "))));
    return Map.of("field", order.field, "direction", order.direction);
  }
}
