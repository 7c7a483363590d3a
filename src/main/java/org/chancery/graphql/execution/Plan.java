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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The execution plan of an operation for given values of the variables that decide what is skipped:
 * its selections, each made on first use.
 */
final class Plan {

  private static final FieldCollector COLLECTOR = new FieldCollector();

  private final GraphQLSchema schema;
  private final Map<String, FragmentDefinition> fragments;
  private final Map<String, @Nullable Object> conditions;
  private final AtomicInteger fields = new AtomicInteger();
  private final Selection root;

  private Plan(
      ExecutionContext context,
      Map<String, @Nullable Object> conditions,
      GraphQLObjectType type,
      MergedSelectionSet selected) {
    this.schema = context.getGraphQLSchema();
    this.fragments = context.getFragmentsByName();
    this.conditions = conditions;
    this.root = selection(type, selected);
  }

  GraphQLSchema schema() {
    return schema;
  }

  /** What is asked of the query itself. */
  Selection root() {
    return root;
  }

  /** The selection on an object of this type below a field. */
  Selection below(MergedField field, GraphQLObjectType type) {
    return selection(
        type,
        COLLECTOR.collectFields(
            FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(type)
                .fragments(fragments)
                .variables(conditions)
                .build(),
            field));
  }

  private Selection selection(GraphQLObjectType type, MergedSelectionSet selected) {
    fields.addAndGet(selected.size());
    return Selection.of(type, selected, this);
  }

  /** How many fields it has so far, each counted at each place. */
  int size() {
    return fields.get();
  }

  /** The plans of the operations that are run again and again. */
  static final class Cached {

    /** Fragments that spread fragments can make more fields than anybody keeps. */
    private static final int MOST_FIELDS = 500;

    private static final int MOST_PLANS = 256;

    private final Cache<Key, Plan> lastUsed = Caffeine.newBuilder().maximumSize(MOST_PLANS).build();

    /**
     * The key of a plan.
     *
     * @param operation of a cached document; compared by identity
     * @param conditions the values of the variables that decide what is skipped
     */
    private record Key(OperationDefinition operation, Map<String, @Nullable Object> conditions) {}

    /** Runs an operation by its plan. */
    <T> T with(
        ExecutionContext context,
        GraphQLObjectType type,
        MergedSelectionSet fields,
        Function<Plan, T> run) {
      Map<String, @Nullable Object> conditions = new HashMap<>();
      for (String name :
          ConditionVariables.of(context.getOperationDefinition(), context.getFragmentsByName())) {
        conditions.put(name, context.getCoercedVariables().get(name));
      }
      Key key = new Key(context.getOperationDefinition(), conditions);
      Plan known = lastUsed.getIfPresent(key);
      Plan plan = known == null ? new Plan(context, conditions, type, fields) : known;
      T answer = run.apply(plan);
      // Only now it has the selections that are needed.
      if (plan.size() > MOST_FIELDS) {
        lastUsed.invalidate(key);
      } else if (known == null) {
        lastUsed.put(key, plan);
      }
      return answer;
    }
  }
}
