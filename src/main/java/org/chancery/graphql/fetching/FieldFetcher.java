package org.chancery.graphql.fetching;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Answers a field that an API class computes: calls its method, which asks {@link Batches} for what
 * it needs and returns at once.
 *
 * <p>Stands in for SmallRye GraphQL 2.17's own fetchers, which copy the whole request's context for
 * every value. Could go when they no longer do.
 */
final class FieldFetcher implements PlugableBatchableDataFetcher<Object, Object> {

  private static final ThreadLocal<DataFetchingEnvironment> CURRENT = new ThreadLocal<>();

  private final OperationInvoker invoker;
  private final List<ArgumentReader> arguments;
  private final FieldHelper adapter;

  FieldFetcher(Operation operation) {
    this.invoker = new OperationInvoker(operation);
    this.arguments = operation.getArguments().stream().map(ArgumentReader::new).toList();
    this.adapter = new FieldHelper(operation);
  }

  /** The field that the calling API method answers. */
  static DataFetchingEnvironment currentEnvironment() {
    DataFetchingEnvironment environment = CURRENT.get();
    if (environment == null) {
      throw new IllegalStateException("Only a method that answers a field can load for it.");
    }
    return environment;
  }

  @Override
  public Object get(DataFetchingEnvironment environment) throws Exception {
    Object[] values = new Object[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments.get(i).read(environment);
    }
    CURRENT.set(environment);
    try {
      CompletionStage<?> answer = (CompletionStage<?>) invoker.invoke(values);
      return answer.thenApply(value -> adapted(value, environment));
    } catch (InvocationTargetException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    } finally {
      CURRENT.remove();
    }
  }

  private @Nullable Object adapted(@Nullable Object value, DataFetchingEnvironment environment) {
    AnswerSize.add(value, environment);
    try {
      return adapter.transformOrAdaptResponse(value, environment);
    } catch (AbstractDataFetcherException failure) {
      throw new CompletionException(failure);
    }
  }

  @Override
  public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
    throw new UnsupportedOperationException("API methods load through Batches.");
  }
}
