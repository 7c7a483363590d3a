package org.chancery.graphql.schema;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.TypeResolver;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import io.smallrye.graphql.spi.EventingService;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what SmallRye GraphQL 2.17 generates otherwise than it is meant: the GraphQL
 * specification's own scalars stand in the place of its own, which cut a number that is too large
 * for an Int down to one that is not, and take a text for a number; and a list of an input may be
 * left out. Could go when it does so itself.
 *
 * <p>SmallRye calls this while it makes the schema, which is when the service is built: a start
 * finds the schema as it is to be.
 */
public final class SchemaRepair implements EventingService {

  /** Under no setting: always. */
  @Override
  public @Nullable String getConfigKey() {
    return null;
  }

  @Override
  public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder generated) {
    GraphQLSchema schema = SchemaTransformer.transformSchema(generated.build(), new Visitor());
    return GraphQLSchema.newSchema(schema)
        .codeRegistry(schema.getCodeRegistry().transform(code -> resolveByName(schema, code)));
  }

  /**
   * SmallRye's resolvers know the types of the schema that they were made for: here those of the
   * same name.
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

    @Override
    public TraversalControl visitGraphQLScalarType(
        GraphQLScalarType scalar, TraverserContext<GraphQLSchemaElement> context) {
      GraphQLScalarType strict = SPECIFIED.get(scalar.getName());
      return strict == null || strict.equals(scalar)
          ? TraversalControl.CONTINUE
          : changeNode(context, strict);
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
          : TraversalControl.CONTINUE;
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
          : TraversalControl.CONTINUE;
    }
  }
}
