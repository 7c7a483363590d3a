package org.chancery.graphql.execution;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query over the whole schema, made by chance: aliases, fields that are merged, fragments, {@code
 * @skip} and {@code @include}, arguments that are right, wrong, null or left out, as literals or as
 * variables.
 */
final class GeneratedQuery {

  private static final int DEEPEST = 6;

  private final GraphQLSchema schema;
  private final Random random;
  private final Map<String, List<String>> texts;
  private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
  private final List<String> declared = new ArrayList<>();
  private final List<String> fragments = new ArrayList<>();

  /** How many more fields it may have. */
  private int fields = 40;

  private final String document;

  /**
   * Makes the query of a seed.
   *
   * @param texts what a text can be, by the name of its argument; of the name "" for any other
   */
  GeneratedQuery(GraphQLSchema schema, long seed, Map<String, List<String>> texts) {
    this.schema = schema;
    this.random = new Random(seed);
    this.texts = texts;
    declare("yes", "Boolean!", true);
    declare("no", "Boolean!", false);
    declared.add("$unsaid: Boolean = true");
    String selections = selections(schema.getQueryType(), DEEPEST);
    // Every variable is used, as validation has it.
    String query =
        "query Generated("
            + String.join(", ", declared)
            + ") {"
            + selections
            + " a: __typename @skip(if: $no) b: __typename @include(if: $yes) c: __typename @include(if: $unsaid) }";
    this.document = query + " " + String.join(" ", fragments);
  }

  String document() {
    return document;
  }

  Map<String, @Nullable Object> variables() {
    return variables;
  }

  private void declare(String name, String type, @Nullable Object value) {
    declared.add("$" + name + ": " + type);
    variables.put(name, value);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private String selections(GraphQLNamedType type, int depth) {
    StringBuilder all = new StringBuilder();
    int count = 1 + random.nextInt(depth == DEEPEST ? 3 : 4);
    for (int i = 0; i < count; i++) {
      all.append(' ').append(selection(type, depth));
    }
    return all.append(' ').toString();
  }

  private String selection(GraphQLNamedType type, int depth) {
    int kind = random.nextInt(100);
    if (kind < 6) {
      return (chance(30) ? "again: " : "") + "__typename";
    }
    if (kind < 16) {
      return "..." + condition(type) + directive() + "{" + selections(type, depth - 1) + "}";
    }
    if (kind < 24) {
      String name = "F" + fragments.size();
      // Its place is taken before those that stand in it.
      fragments.add("");
      GraphQLNamedType of = narrowed(type);
      fragments.set(
          Integer.parseInt(name.substring(1)),
          "fragment " + name + " on " + of.getName() + " {" + selections(of, depth - 1) + "}");
      return "..." + name + directive() + (chance(20) ? " ..." + name : "");
    }
    return field(type, depth);
  }

  private String condition(GraphQLNamedType type) {
    return chance(30) ? " " : " on " + narrowed(type).getName() + " ";
  }

  /** The type itself, one of those that implement it, or an interface that it implements. */
  private GraphQLNamedType narrowed(GraphQLNamedType type) {
    List<GraphQLNamedType> possible = new ArrayList<>(List.of(type));
    if (type instanceof GraphQLInterfaceType node) {
      possible.addAll(schema.getImplementations(node));
    } else if (type instanceof GraphQLObjectType object) {
      object.getInterfaces().forEach(one -> possible.add((GraphQLNamedType) one));
    }
    return any(possible);
  }

  private String directive() {
    return switch (random.nextInt(12)) {
      case 0 -> " @skip(if: $no) ";
      case 1 -> " @include(if: $unsaid) ";
      case 2 -> " @skip(if: true) ";
      case 3 -> " @include(if: $no) @skip(if: false) ";
      default -> " ";
    };
  }

  private String field(GraphQLNamedType type, int depth) {
    List<GraphQLFieldDefinition> possible =
        new ArrayList<>(
            type instanceof GraphQLObjectType object
                ? object.getFieldDefinitions()
                : ((GraphQLInterfaceType) type).getFieldDefinitions());
    if (type == schema.getQueryType() && chance(3)) {
      possible = new ArrayList<>(List.of(Introspection.TypeMetaFieldDef));
    }
    // GraphQL Java's own engine, with which the answers are compared, knows no past.
    possible.removeIf(field -> field.getName().equals("asOf"));
    fields--;
    if (depth <= 0 || fields < 0) {
      possible.removeIf(one -> isOfObjects(one));
    }
    if (possible.isEmpty()) {
      return "__typename";
    }
    GraphQLFieldDefinition field = any(possible);
    String arguments =
        field.getArguments().stream()
            .filter(
                argument ->
                    GraphQLTypeUtil.isNonNull(argument.getType())
                        || chance(argument.getName().equals("first") ? 70 : 15))
            .map(argument -> argument.getName() + ": " + argument(argument))
            .collect(Collectors.joining(" "));
    // With arguments of its own a field cannot be merged with another of its name.
    String alias =
        field.getArguments().isEmpty() && chance(80) ? "" : "f" + random.nextInt(1_000_000) + ": ";
    return alias
        + field.getName()
        + (arguments.isEmpty() ? "" : "(" + arguments + ")")
        + directive()
        + (isOfObjects(field)
            ? "{" + selections(GraphQLTypeUtil.unwrapAll(field.getType()), depth - 1) + "}"
            : "");
  }

  private static boolean isOfObjects(GraphQLFieldDefinition field) {
    GraphQLType type = GraphQLTypeUtil.unwrapAll(field.getType());
    return type instanceof GraphQLObjectType || type instanceof GraphQLInterfaceType;
  }

  private String argument(GraphQLArgument argument) {
    Object value = value(argument.getName(), argument.getType());
    if (chance(30)) {
      String name = "v" + variables.size();
      declare(name, GraphQLTypeUtil.simplePrint(argument.getType()), plain(value));
      return "$" + name;
    }
    return literal(value);
  }

  /** The name of a value of an enum. */
  private record Name(String name) {}

  private @Nullable Object value(String name, GraphQLInputType type) {
    if (type instanceof GraphQLNonNull nonNull) {
      return value(name, (GraphQLInputType) nonNull.getWrappedType(), false);
    }
    return value(name, type, true);
  }

  private @Nullable Object value(String name, GraphQLInputType type, boolean nullable) {
    if (nullable && chance(8)) {
      return null;
    }
    if (type instanceof GraphQLList list) {
      List<@Nullable Object> items = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        items.add(value(name, (GraphQLInputType) list.getWrappedType()));
      }
      return items;
    }
    if (type instanceof GraphQLEnumType names) {
      return new Name(any(names.getValues()).getName());
    }
    if (type instanceof GraphQLInputObjectType object) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (GraphQLInputObjectField member : object.getFieldDefinitions()) {
        if (GraphQLTypeUtil.isNonNull(member.getType()) || chance(25)) {
          members.put(member.getName(), value(member.getName(), member.getType()));
        }
      }
      return members;
    }
    return switch (((GraphQLNamedType) type).getName()) {
      case "Int" -> chance(5) ? -1 : random.nextInt(4);
      case "Boolean" -> chance(50);
      case "Date" -> any(List.of("2021-09-01", "1999-12-31", "2030-01-01"));
      case "DateTime" -> any(List.of("2021-09-01T00:00:00Z", "2030-01-01T10:20:30Z"));
      default -> any(Objects.requireNonNull(texts.getOrDefault(name, texts.get(""))));
    };
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Name name) {
      return name.name();
    }
    if (value instanceof List<?> items) {
      return items.stream().map(GeneratedQuery::plain).collect(Collectors.toList());
    }
    if (value instanceof Map<?, ?> members) {
      Map<Object, @Nullable Object> all = new LinkedHashMap<>();
      members.forEach((name, member) -> all.put(name, plain(member)));
      return all;
    }
    return value;
  }

  private static String literal(@Nullable Object value) {
    if (value instanceof Name name) {
      return name.name();
    }
    if (value instanceof List<?> items) {
      return items.stream()
          .map(GeneratedQuery::literal)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .map(member -> member.getKey() + ": " + literal(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }
}
