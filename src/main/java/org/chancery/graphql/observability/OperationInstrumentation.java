package org.chancery.graphql.observability;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import org.jspecify.annotations.Nullable;

/**
 * Records the operation's name after validation: an invalid operation has no name that anyone could
 * look for.
 */
public final class OperationInstrumentation extends SimplePerformantInstrumentation {

  @Override
  public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
      InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
    RequestTrace trace = parameters.getExecutionContext().getGraphQLContext().get(RequestTrace.KEY);
    trace.operation(parameters.getExecutionContext().getOperationDefinition().getName());
    return SimpleInstrumentationContext.noOp();
  }
}
