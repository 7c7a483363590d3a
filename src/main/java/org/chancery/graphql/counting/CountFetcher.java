package org.chancery.graphql.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.paging.Connection;
import org.chancery.graphql.paging.Page;
import org.chancery.graphql.paging.PageArguments;
import org.jspecify.annotations.Nullable;

/** Answers fields that count. */
@ApplicationScoped
public class CountFetcher {

  private final BatchLoading batchLoading;

  CountFetcher(BatchLoading batchLoading) {
    this.batchLoading = batchLoading;
  }

  /**
   * What a field asks to be counted.
   *
   * @param field its name in the schema
   * @param by the grouping
   * @param filter which of the things
   * @param page which of the sorts
   */
  public record CountQuery<D extends CountDimension>(
      String field, D by, Filter filter, PageArguments page) {}

  /**
   * Sorts that were counted.
   *
   * @param all how many sorts there are, whatever the page
   */
  public record CountPage(Page<Count> page, int all) {}

  /** What the field answers with. */
  public <D extends CountDimension> CompletionStage<Connection<Count>> of(
      String field,
      D by,
      @Nullable Filter filter,
      PageArguments page,
      Function<CountQuery<D>, CountPage> counts) {
    CountQuery<D> query = new CountQuery<>(field, by, Filter.of(filter), page);
    // Early, so that a text or a cursor that cannot be used is an error at its own field only.
    var unused = query.filter().search();
    Counts.sourceOf(query).keyset(page);
    // In a batch of its own, so that an error does not affect its siblings.
    return batchLoading
        .loadKnown(by, query, (sorts, same) -> Map.of(by, counts.apply(same)))
        .thenApply(counted -> new Connection<>(counted.page(), counted.all()));
  }
}
