package org.chancery.graphql.errors;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** What a client may have meant, beside GraphQL Java's words of what is wrong with a document. */
final class Suggestions {

  private static final Pattern FIELD =
      Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

  private static final Pattern INPUT_FIELD =
      Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");

  private static final Pattern ENUM =
      Pattern.compile("is not a valid (\\w+)$|Invalid input for enum '(\\w+)'");

  private static final int MOST_VALUES = 20;

  /** The longest name of the schema is shorter, and a text beyond is none that was misspelt. */
  private static final int LONGEST = 50;

  /** Letters from which on two may be wrong, and not one. */
  private static final int LONG_ENOUGH_FOR_TWO = 4;

  private Suggestions() {}

  /** The message, and after it what would be right where that is known. */
  static String in(GraphQLSchema schema, String message) {
    Matcher field = FIELD.matcher(message);
    if (field.find() && schema.getType(field.group(2)) instanceof GraphQLFieldsContainer type) {
      return message
          + didYouMean(
              field.group(1),
              type.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList());
    }
    Matcher member = INPUT_FIELD.matcher(message);
    if (member.find() && schema.getType(member.group(1)) instanceof GraphQLInputObjectType type) {
      return message
          + didYouMean(
              member.group(2),
              type.getFields().stream().map(GraphQLInputObjectField::getName).toList());
    }
    Matcher value = ENUM.matcher(message);
    if (value.find()) {
      GraphQLType named = schema.getType(value.group(1) == null ? value.group(2) : value.group(1));
      if (named instanceof GraphQLEnumType type) {
        return message + ends(message) + " Send one of " + valuesOf(type) + ".";
      }
    }
    return message;
  }

  private static String ends(String message) {
    return message.endsWith(".") ? "" : ".";
  }

  private static String valuesOf(GraphQLEnumType type) {
    String values =
        type.getValues().stream()
            .limit(MOST_VALUES)
            .map(GraphQLEnumValueDefinition::getName)
            .collect(Collectors.joining(", "));
    return type.getValues().size() > MOST_VALUES ? values + ", …" : values;
  }

  private static String didYouMean(String wrong, List<String> names) {
    return nearest(wrong, names).map(name -> ". Did you mean \"" + name + "\"?").orElse("");
  }

  /** The name with the fewest letters changed, added, left out or swapped; two at the most. */
  static Optional<String> nearest(String wrong, List<String> names) {
    if (wrong.length() > LONGEST) {
      return Optional.empty();
    }
    LevenshteinAutomata near = new LevenshteinAutomata(wrong.toLowerCase(Locale.ROOT), true);
    int most = wrong.length() < LONG_ENOUGH_FOR_TWO ? 1 : 2;
    for (int letters = 0; letters <= most; letters++) {
      Automaton accepted = near.toAutomaton(letters);
      for (String name : names) {
        if (Operations.run(accepted, name.toLowerCase(Locale.ROOT))) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}
