package org.chancery.graphql.limits;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.chancery.graphql.errors.Errors;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.execution.ConditionVariables;

/**
 * Computes each operation's cost between validation and execution, and refuses it where it exceeds
 * a limit.
 */
public final class LimitsInstrumentation extends SimplePerformantInstrumentation {

  /** Where an operation's cost stands in its context once it was measured. */
  public static final String COST = "chancery.cost";

  /** More than any name of the schema has. */
  private static final int MOST_OF_AN_ALIAS = 100;

  private final Limits limits;
  private final FieldCosts costs = FieldCosts.read();

  public LimitsInstrumentation(Limits limits) {
    this.limits = limits;
  }

  @Override
  public InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    ExecutionContext context = parameters.getExecutionContext();
    checkConditions(context);
    checkIntrospection(context);
    if (!isMutation(context)) {
      checkStrings(context);
    }
    CostAnalyzer measuring =
        new CostAnalyzer(
            context.getGraphQLSchema(),
            costs,
            context.getFragmentsByName(),
            context.getCoercedVariables());
    QueryCost measure = measured(measuring, context);
    check("depth", measure.depth(), limits.depth());
    check("root fields", measure.fields(), limits.rootFields());
    check("aliases", measure.aliases(), limits.aliases());
    check("directives", measure.directives(), limits.directives());
    check("characters of an alias", measure.name(), MOST_OF_AN_ALIAS);
    if (!isMutation(context)) {
      // What is recorded is as large as the document format allows.
      check("list items", measure.listItems(), limits.listItems());
      check("characters of a string", measure.string(), limits.string());
    }
    if (measure.cost() > limits.cost()) {
      Costliest costliest =
          new Costliest(measuring, one -> measure(one, context).cost(), limits.cost());
      throw refusal(
          RequestException.beyondLimit("cost", measure.cost(), limits.cost(), costliest.advice()));
    }
    context.getGraphQLContext().put(COST, measure.cost());
    return SimpleInstrumentationContext.noOp();
  }

  private void checkStrings(ExecutionContext context) {
    try {
      StringLimit.check(context.getExecutionInput().getRawVariables().toMap(), limits.string());
    } catch (RequestException tooLong) {
      throw refusal(tooLong);
    }
  }

  private static QueryCost measured(CostAnalyzer measuring, ExecutionContext context) {
    try {
      return measure(measuring, context);
    } catch (RequestException unknown) {
      throw refusal(unknown);
    }
  }

  private static QueryCost measure(CostAnalyzer measuring, ExecutionContext context) {
    return measuring.measure(
        context.getOperationDefinition().getSelectionSet(),
        typeOf(context),
        CostAnalyzer.Page.NONE);
  }

  private static boolean isMutation(ExecutionContext context) {
    return context.getOperationDefinition().getOperation() == Operation.MUTATION;
  }

  private static GraphQLObjectType typeOf(ExecutionContext context) {
    GraphQLSchema schema = context.getGraphQLSchema();
    return isMutation(context) ? schema.getMutationType() : schema.getQueryType();
  }

  /** A {@code @skip} or {@code @include} variable may be null despite its default. */
  private static void checkConditions(ExecutionContext context) {
    for (String name :
        ConditionVariables.of(context.getOperationDefinition(), context.getFragmentsByName())) {
      if (context.getCoercedVariables().get(name) == null) {
        throw refusal(
            RequestException.badInput(
                "The variable \"%s\" says what is skipped or included: send true or false, or leave it out where"
                    + " it has a default.",
                "$" + name));
      }
    }
  }

  private static void checkIntrospection(ExecutionContext context) {
    try {
      new IntrospectionLimit(context.getFragmentsByName())
          .check(context.getOperationDefinition().getSelectionSet());
    } catch (RequestException tooMuch) {
      throw refusal(tooMuch);
    }
  }

  private static void check(String limit, long size, long maximum) {
    if (size > maximum) {
      throw refusal(RequestException.beyondLimit(limit, size, maximum));
    }
  }

  private static AbortExecutionException refusal(RequestException why) {
    return new AbortExecutionException(List.of(Errors.of(why)));
  }
}
