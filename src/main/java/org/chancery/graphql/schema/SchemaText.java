package org.chancery.graphql.schema;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaPrinter;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema as a self-contained SDL document, as code generators and linters need it: with the
 * scalars it uses, and descriptions as block strings.
 *
 * <p>Replaces SmallRye GraphQL 2.17's printer, which declares either no scalars or unused ones too.
 */
public final class SchemaText {

  private static final Pattern DESCRIPTION =
      Pattern.compile("(?m)^( *)\"((?:[^\"\\\\]|\\\\.)+)\"$");

  private SchemaText() {}

  public static String of(GraphQLSchema schema) {
    Set<String> used = usedTypes(schema);
    String printed =
        new SchemaPrinter(
                SchemaPrinter.Options.defaultOptions()
                    .includeDirectives(false)
                    .includeIntrospectionTypes(false)
                    .includeSchemaDefinition(false)
                    .includeScalarTypes(true)
                    .useAstDefinitions(false)
                    .includeSchemaElement(element -> isUsed(element, used)))
            .print(schema);
    return DESCRIPTION
        .matcher(printed)
        .replaceAll((MatchResult found) -> quoted(found.group(1), found.group(2)));
  }

  private static String quoted(String indent, String description) {
    String text = description.replace("\\\"", "\"").replace("\\\\", "\\");
    return Matcher.quoteReplacement("%1$s\"\"\"\n%1$s%2$s\n%1$s\"\"\"".formatted(indent, text));
  }

  /** The names of the types that fields and arguments have. */
  static Set<String> usedTypes(GraphQLSchema schema) {
    Set<String> used = new HashSet<>();
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      // Introspection types are in every schema and not printed.
      if (type instanceof GraphQLFieldsContainer fields && !type.getName().startsWith("__")) {
        for (GraphQLFieldDefinition field : fields.getFieldDefinitions()) {
          used.add(GraphQLTypeUtil.unwrapAll(field.getType()).getName());
          field
              .getArguments()
              .forEach(
                  argument -> used.add(GraphQLTypeUtil.unwrapAll(argument.getType()).getName()));
        }
      }
      if (type instanceof GraphQLInputFieldsContainer fields) {
        fields
            .getFieldDefinitions()
            .forEach(field -> used.add(GraphQLTypeUtil.unwrapAll(field.getType()).getName()));
      }
    }
    return used;
  }

  private static boolean isUsed(GraphQLSchemaElement element, Set<String> used) {
    return !(element instanceof GraphQLScalarType scalar) || used.contains(scalar.getName());
  }
}
