package org.chancery.graphql.schema;

import static graphql.util.TraversalControl.CONTINUE;

import graphql.Scalars;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the schema that SmallRye GraphQL 2.17 generates: replaces its scalars, which truncate a
 * number too large for an Int and accept a string for a number, with the specification's; makes
 * lists in inputs optional; has a field answer with the query type; names generic types
 * MeetingConnection instead of Connection_Meeting; and flattens an argument that many fields share
 * into its members. Remove once SmallRye does so itself.
 *
 * <p>SmallRye calls this while it generates the schema, when the service is built: a start finds
 * the corrected schema.
 */
public final class SchemaRepair implements EventingService {

  /** The input whose members are arguments of the fields that take it. */
  public static final String FLATTENED = "PageArguments";

  /** The type of a field that answers with the query itself. */
  private static final String AS_OF = "AsOf";

  /** What a document may use. */
  public static final Set<String> EXECUTABLE_DIRECTIVES = Set.of("include", "skip");

  /** Those of the specification; SmallRye and GraphQL Java declare others, which nothing uses. */
  public static final Set<String> DIRECTIVES =
      Set.of("include", "skip", "deprecated", "specifiedBy", "oneOf");

  private static final Pattern GENERIC = Pattern.compile("(Connection|Edge)_(\\w+)");

  /** Under no setting: always. */
  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder generated) {
    GraphQLSchema schema = SchemaTransformer.transformSchema(generated.build(), new Visitor());
    Set<String> used = SchemaText.usedTypes(schema);
    return GraphQLSchema.newSchema(schema)
        .clearAdditionalTypes()
        .additionalTypes(
            schema.getAdditionalTypes().stream()
                .filter(type -> !nameOf(type).equals(FLATTENED) && !nameOf(type).equals(AS_OF))
                .filter(type -> !(type instanceof GraphQLScalarType) || used.contains(nameOf(type)))
                .collect(Collectors.toSet()))
        .clearDirectives()
        .additionalDirectives(
            schema.getDirectives().stream()
                .filter(directive -> DIRECTIVES.contains(directive.getName()))
                .collect(Collectors.toSet()))
        .codeRegistry(schema.getCodeRegistry().transform(code -> resolveByName(schema, code)));
  }

  private static String nameOf(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type).getName();
  }

  /**
   * SmallRye's resolvers return types of the untransformed schema: looks up those of the same name.
   */
  private static void resolveByName(GraphQLSchema schema, GraphQLCodeRegistry.Builder code) {
    for (GraphQLNamedType type : schema.getAllTypesAsList()) {
      if (type instanceof GraphQLInterfaceType node) {
        TypeResolver resolver = schema.getCodeRegistry().getTypeResolver(node);
        code.typeResolver(
            node, asked -> asked.getSchema().getObjectType(resolver.getType(asked).getName()));
      }
    }
  }

  private static final class Visitor extends GraphQLTypeVisitorStub {

    private static final Map<String, GraphQLScalarType> SPECIFIED =
        Map.of(
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat,
            "String", Scalars.GraphQLString,
            "Boolean", Scalars.GraphQLBoolean,
            "ID", Scalars.GraphQLID);

    private static final Map<String, UnaryOperator<GraphQLScalarType>> TIMES =
        Map.of(
            "Date",
            scalar -> described(scalar, "A day, as ISO 8601 writes it: 2021-09-01.", "local-date"),
            "DateTime",
            scalar ->
                described(
                    scalar, "A moment, as ISO 8601 writes it: 2021-09-01T02:00:00Z.", "date-time"));

    private static GraphQLScalarType described(
        GraphQLScalarType scalar, String description, String specification) {
      return scalar.transform(
          same ->
              same.description(description)
                  .specifiedByUrl(
                      "https://scalars.graphql.org/andimarek/" + specification + ".html"));
    }

    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      if (TIMES.containsKey(scalar.getName())) {
        GraphQLScalarType described = TIMES.get(scalar.getName()).apply(scalar);
        return scalar.getSpecifiedByUrl() == null ? changeNode(context, described) : CONTINUE;
      }
      GraphQLScalarType strict = SPECIFIED.get(scalar.getName());
      return strict == null || strict.equals(scalar) ? CONTINUE : changeNode(context, strict);
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
        GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
      Matcher generic = GENERIC.matcher(type.getName());
      if (!generic.matches()) {
        return CONTINUE;
      }
      String of = generic.group(2);
      String description =
          generic.group(1).equals("Edge")
              ? "An item of a list, of the type %s, with its place there."
              : "A page of a list, whose items are of the type %s.";
      GraphQLObjectType named =
          type.transform(
              same -> same.name(of + generic.group(1)).description(description.formatted(of)));
      GraphQLCodeRegistry.Builder code =
          context.getVarFromParents(GraphQLCodeRegistry.Builder.class);
      for (GraphQLFieldDefinition field : type.getFieldDefinitions()) {
        code.dataFetcher(
            FieldCoordinates.coordinates(named, field),
            code.getDataFetcher(FieldCoordinates.coordinates(type, field), field));
      }
      return changeNode(context, named);
    }

    @Override
    public TraversalControl visitGraphQLFieldDefinition(
        GraphQLFieldDefinition field, TraverserContext<GraphQLSchemaElement> context) {
      if (nameOf(field.getType()).equals(AS_OF)) {
        return changeNode(
            context, field.transform(same -> same.type(GraphQLTypeReference.typeRef("Query"))));
      }
      List<GraphQLArgument> arguments =
          field.getArguments().stream().flatMap(Visitor::flattened).toList();
      return arguments.size() == field.getArguments().size()
          ? CONTINUE
          : changeNode(context, field.transform(same -> same.replaceArguments(arguments)));
    }

    private static Stream<GraphQLArgument> flattened(GraphQLArgument argument) {
      return nameOf(argument.getType()).equals(FLATTENED)
          ? ((GraphQLInputObjectType) argument.getType())
              .getFieldDefinitions().stream()
                  .map(
                      member ->
                          GraphQLArgument.newArgument()
                              .name(member.getName())
                              .description(member.getDescription())
                              .type(member.getType())
                              .build())
          : Stream.of(argument);
    }

    /** Nor does a list of an argument hold nulls, where the list itself may be left out. */
    @Override
    public TraversalControl visitGraphQLArgument(
        GraphQLArgument argument, TraverserContext<GraphQLSchemaElement> context) {
      return argument.getType() instanceof GraphQLList list
              && !GraphQLTypeUtil.isNonNull(list.getWrappedType())
          ? changeNode(
              context,
              argument.transform(
                  whole ->
                      whole.type(GraphQLList.list(GraphQLNonNull.nonNull(list.getWrappedType())))))
          : CONTINUE;
    }

    /**
     * SmallRye takes the element's {@code @NonNull} for the list's: a list of an input may be left
     * out.
     */
    @Override
    public TraversalControl visitGraphQLInputObjectField(
        GraphQLInputObjectField field, TraverserContext<GraphQLSchemaElement> context) {
      return GraphQLTypeUtil.isNonNull(field.getType())
              && GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapOne(field.getType()))
          ? changeNode(
              context,
              field.transform(
                  optional ->
                      optional.type((GraphQLInputType) GraphQLTypeUtil.unwrapOne(field.getType()))))
          : CONTINUE;
    }
  }
}
