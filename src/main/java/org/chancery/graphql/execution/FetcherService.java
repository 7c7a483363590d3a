package org.chancery.graphql.execution;

import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;

/**
 * Tells SmallRye GraphQL to answer fields with {@link FieldFetcher} and {@link PropertyFetcher}.
 */
public final class FetcherService implements DataFetcherService {

  /** The lowest goes first; Quarkus' own service has 1. */
  private static final int PRIORITY = 0;

  @Override
  public Integer getPriority() {
    return PRIORITY;
  }

  @Override
  public PlugableBatchableDataFetcher<?, ?> getCompletionStageDataFetcher(
      Operation operation, Type type) {
    return new FieldFetcher(operation);
  }

  @Override
  public PlugableDataFetcher<?> getFieldDataFetcher(Field field, Type type, Reference owner) {
    return new PropertyFetcher(field, owner);
  }
}
