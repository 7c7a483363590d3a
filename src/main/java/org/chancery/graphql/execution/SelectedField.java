package org.chancery.graphql.execution;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import graphql.execution.ExecutionContext;
import graphql.execution.MergedField;
import graphql.execution.TypeResolutionParameters;
import graphql.introspection.Introspection;
import graphql.language.SourceLocation;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.TypeResolver;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.graphql.schema.SchemaRepair;
import org.jspecify.annotations.Nullable;

/** A field at one place of a document, with all of it that does not depend on the request. */
final class SelectedField {

  private final Plan plan;
  private final GraphQLObjectType parent;
  private final MergedField merged;
  private final GraphQLFieldDefinition definition;
  private final DataFetcher<?> fetcher;
  private final SerializableString key;
  private final String coordinates;
  private final boolean nonNull;
  private final boolean list;
  private final boolean itemsNonNull;
  private final GraphQLType type;
  private final boolean ofObjects;
  private final boolean introspection;
  private final Map<GraphQLObjectType, Selection> selections = new ConcurrentHashMap<>();
  private final Map<Class<?>, GraphQLObjectType> typesOfClasses = new ConcurrentHashMap<>();

  SelectedField(GraphQLObjectType parent, MergedField merged, Plan plan) {
    this.plan = plan;
    this.parent = parent;
    this.merged = merged;
    this.definition = Introspection.getFieldDefinition(plan.schema(), parent, merged.getName());
    this.fetcher = fetcherOf(plan.schema(), parent, definition);
    this.key = new SerializedString(merged.getResultKey());
    this.coordinates = parent.getName() + "." + definition.getName();
    GraphQLType declared = definition.getType();
    this.nonNull = GraphQLTypeUtil.isNonNull(declared);
    GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(declared);
    this.list = nullable instanceof GraphQLList;
    GraphQLType item = nullable instanceof GraphQLList whole ? whole.getWrappedType() : nullable;
    this.itemsNonNull = list && GraphQLTypeUtil.isNonNull(item);
    this.type = GraphQLTypeUtil.unwrapNonNull(item);
    this.ofObjects = !(type instanceof GraphQLScalarType) && !(type instanceof GraphQLEnumType);
    this.introspection = Introspection.isIntrospectionTypes(parent) || isOfTheSchema();
    if (type instanceof GraphQLList) {
      throw new IllegalStateException(coordinates + " is a list of lists, which nothing here is.");
    }
  }

  /**
   * GraphQL Java 24 adds directives to every schema that nothing here carries out: they are not
   * told. Could go when it no longer does.
   */
  private static DataFetcher<?> fetcherOf(
      GraphQLSchema schema, GraphQLObjectType parent, GraphQLFieldDefinition definition) {
    return parent.getName().equals("__Schema") && definition.getName().equals("directives")
        ? environment ->
            schema.getDirectives().stream()
                .filter(one -> SchemaRepair.DIRECTIVES.contains(one.getName()))
                .sorted(Comparator.comparing(GraphQLDirective::getName))
                .toList()
        : schema.getCodeRegistry().getDataFetcher(parent, definition);
  }

  GraphQLObjectType parent() {
    return parent;
  }

  MergedField merged() {
    return merged;
  }

  GraphQLFieldDefinition definition() {
    return definition;
  }

  DataFetcher<?> fetcher() {
    return fetcher;
  }

  /** Its name in the answer. */
  SerializableString key() {
    return key;
  }

  /** Its type and its name in the schema. */
  String coordinates() {
    return coordinates;
  }

  SourceLocation location() {
    return merged.getSingleField().getSourceLocation();
  }

  boolean isNonNull() {
    return nonNull;
  }

  boolean isList() {
    return list;
  }

  boolean areItemsNonNull() {
    return itemsNonNull;
  }

  /** Whether it leads to objects, and not to values. */
  boolean isOfObjects() {
    return ofObjects;
  }

  /** Whether it tells of the schema, which is bounded in itself. */
  boolean isIntrospection() {
    return introspection;
  }

  /** Whether it is the schema, and not the name of a type. */
  boolean isOfTheSchema() {
    return definition.getName().equals("__schema") || definition.getName().equals("__type");
  }

  /** Whether it is an id of something. */
  boolean isId() {
    return definition.getName().equals("id");
  }

  /** Whether it leads to objects of one type, of which this is asked. */
  boolean isAskedFor(String member) {
    return type instanceof GraphQLObjectType of
        && selectionOf(of).fields().stream()
            .anyMatch(one -> one.definition.getName().equals(member));
  }

  /** Whether it leads to objects of one type, of which nothing but this, and its name, is asked. */
  boolean isOnlyAskedFor(String member) {
    if (!(type instanceof GraphQLObjectType of)) {
      return false;
    }
    boolean isAskedFor = false;
    for (SelectedField one : selectionOf(of).fields()) {
      String name = one.definition.getName();
      isAskedFor |= name.equals(member);
      if (!name.equals(member) && !name.equals("__typename")) {
        return false;
      }
    }
    return isAskedFor;
  }

  @Nullable Object serialize(Object value, ExecutionContext context) {
    return type instanceof GraphQLScalarType scalar
        ? scalar.getCoercing().serialize(value, context.getGraphQLContext(), context.getLocale())
        : ((GraphQLEnumType) type)
            .serialize(value, context.getGraphQLContext(), context.getLocale());
  }

  /** What is asked of an object that it answers with. */
  Selection selection(Object value) {
    return selectionOf(
        type instanceof GraphQLObjectType object
            ? object
            : typesOfClasses.computeIfAbsent(value.getClass(), any -> resolve(value)));
  }

  private Selection selectionOf(GraphQLObjectType of) {
    Selection known = selections.get(of);
    return known == null ? selections.computeIfAbsent(of, one -> plan.below(merged, one)) : known;
  }

  private GraphQLObjectType resolve(Object value) {
    TypeResolver resolver =
        type instanceof GraphQLUnionType union
            ? plan.schema().getCodeRegistry().getTypeResolver(union)
            : plan.schema().getCodeRegistry().getTypeResolver((GraphQLInterfaceType) type);
    return resolver.getType(
        TypeResolutionParameters.newParameters()
            .field(merged)
            .fieldType(type)
            .value(value)
            .schema(plan.schema())
            .build());
  }
}
