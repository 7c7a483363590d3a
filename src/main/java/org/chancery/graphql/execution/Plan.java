package org.chancery.graphql.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How an operation is run with the values of those of its variables that decide what is skipped:
 * its selections, each made when it is first needed, and kept with the parsed document.
 */
final class Plan {

  /** So many variables that decide could make more plans than anybody keeps. */
  private static final int MOST_OF_AN_OPERATION = 16;

  private static final FieldCollector COLLECTOR = new FieldCollector();

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, @Nullable Object> conditions;
  private final Selection root;

  private Plan(
      ExecutionContext context,
      Map<String, @Nullable Object> conditions,
      GraphQLObjectType type,
      MergedSelectionSet fields) {
    this.schema = context.getGraphQLSchema();
    this.fragments = context.getFragmentsByName();
    this.conditions = conditions;
    this.root = Selection.of(type, fields, this);
  }

  GraphQLSchema schema() {
    return schema;
  }

  /** What is asked of the query itself. */
  Selection root() {
    return root;
  }

  /** What is asked of an object of this type that a field answers with. */
  Selection below(MergedField field, GraphQLObjectType type) {
    return Selection.of(
        type,
        COLLECTOR.collectFields(
            FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(type)
                .fragments(fragments)
                .variables(conditions)
                .build(),
            field),
        this);
  }

  /** The plans of the operations that are run again and again. */
  static final class Cached {

    /** For as long as somebody keeps the document; its parts are the same only as themselves. */
    private final Map<OperationDefinition, OfOperation> operations =
        Collections.synchronizedMap(new WeakHashMap<>());

    Plan of(ExecutionContext context, GraphQLObjectType type, MergedSelectionSet fields) {
      OfOperation known =
          operations.computeIfAbsent(
              context.getOperationDefinition(),
              operation ->
                  new OfOperation(
                      Conditions.of(operation, context.getFragmentsByName().values()),
                      Caffeine.newBuilder().maximumSize(MOST_OF_AN_OPERATION).build()));
      Map<String, @Nullable Object> values = new HashMap<>();
      for (String name : known.conditions()) {
        values.put(name, context.getCoercedVariables().get(name));
      }
      return known.plans().get(values, same -> new Plan(context, values, type, fields));
    }

    /**
     * The plans of one operation.
     *
     * @param conditions the variables that decide what is skipped
     * @param plans by the values of these
     */
    private record OfOperation(
        List<String> conditions, Cache<Map<String, @Nullable Object>, Plan> plans) {}
  }
}
