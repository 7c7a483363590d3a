package org.chancery.graphql.execution;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.LookupService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.dataloader.BatchLoaderEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a field that an API class computes: calls its method, which loads with {@link
 * BatchLoading} and returns at once.
 *
 * <p>Replaces SmallRye GraphQL 2.17's own fetchers, which copy the whole request's context for
 * every value and look the bean up for every call. Remove once they no longer do.
 */
final class FieldFetcher implements PlugableBatchableDataFetcher<Object, Object> {

  private static final int NO_SOURCE = -1;

  private final Method method;
  private final List<ArgumentReader> arguments;
  private final int source;
  private final ValueAdapter adapter;
  private volatile @Nullable Object api;

  FieldFetcher(Operation operation) {
    this.method = new OperationInvoker(operation).getMethod();
    this.arguments = operation.getArguments().stream().map(ArgumentReader::new).toList();
    this.source =
        IntStream.range(0, arguments.size())
            .filter(at -> operation.getArguments().get(at).isSourceArgument())
            .findFirst()
            .orElse(NO_SOURCE);
    this.adapter = new ValueAdapter(operation);
  }

  /** The method's arguments, read once for all source objects, whose slot stays null. */
  @Nullable Object[] arguments(DataFetchingEnvironment environment) {
    @Nullable Object[] values = new Object[arguments.size()];
    for (int at = 0; at < values.length; at++) {
      if (at != source) {
        values[at] = arguments.get(at).read(environment);
      }
    }
    return values;
  }

  /**
   * Calls the method.
   *
   * @param of the source object; null for the query itself
   * @return a future
   */
  CompletionStage<?> call(@Nullable Object of, @Nullable Object[] values) throws Exception {
    @Nullable Object[] given = values.clone();
    if (source != NO_SOURCE) {
      given[source] = of;
    }
    try {
      CompletionStage<?> answer = (CompletionStage<?>) method.invoke(api(), given);
      return adapter.isNeeded() ? answer.thenApply(adapter::adapted) : answer;
    } catch (InvocationTargetException failure) {
      throw failure.getCause() instanceof Exception cause ? cause : failure;
    }
  }

  private Object api() {
    Object known = api;
    if (known == null) {
      known = LookupService.get().getInstance(method.getDeclaringClass()).get();
      api = known;
    }
    return known;
  }

  /** For GraphQL Java's own engine, which only tests use. */
  @Override
  public Object get(DataFetchingEnvironment environment) throws Exception {
    Loading.current().begin(environment);
    return call(environment.getSource(), arguments(environment));
  }

  @Override
  public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
    throw new UnsupportedOperationException("API methods load through BatchLoading.");
  }
}
