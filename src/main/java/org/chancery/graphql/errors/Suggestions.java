package org.chancery.graphql.errors;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a client may have meant, beside GraphQL Java's words of what is wrong with a document. */
final class Suggestions {

  private static final Pattern FIELD =
      Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

  private static final Pattern INPUT_FIELD =
      Pattern.compile("contains a field not in '(\\w+)': '(\\w+)'");

  private static final Pattern ENUM =
      Pattern.compile("is not a valid (\\w+)$|Invalid input for enum '(\\w+)'");

  private static final int MOST_VALUES = 20;

  private Suggestions() {}

  /** The message, and after it what would be right where that is known. */
  static String in(GraphQLSchema schema, String message) {
    Matcher field = FIELD.matcher(message);
    if (field.find() && schema.getType(field.group(2)) instanceof GraphQLFieldsContainer type) {
      return withQuestion(
          message,
          Nearest.question(
              field.group(1),
              type.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList()));
    }
    Matcher member = INPUT_FIELD.matcher(message);
    if (member.find() && schema.getType(member.group(1)) instanceof GraphQLInputObjectType type) {
      return withQuestion(
          message,
          Nearest.question(
              member.group(2),
              type.getFields().stream().map(GraphQLInputObjectField::getName).toList()));
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

  private static String withQuestion(String message, String question) {
    return question.isEmpty() ? message : message + ends(message) + question;
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
}
