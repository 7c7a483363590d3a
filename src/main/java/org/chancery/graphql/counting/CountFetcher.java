package org.chancery.graphql.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chancery.graphql.execution.BatchLoading;
import org.chancery.graphql.filter.Filter;
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
   * @param by the grouping
   * @param filter which of them
   * @param most how many sorts
   */
  public record CountQuery<D extends Enum<D>>(D by, Filter filter, int most) {}

  /** What the arguments of such a field mean, null being the same as left out. */
  public <D extends Enum<D>> CompletionStage<List<Count>> of(
      D by,
      @Nullable Filter filter,
      @Nullable Integer first,
      Function<CountQuery<D>, List<Count>> counts) {
    CountQuery<D> asked = new CountQuery<>(by, Filter.of(filter), PageArguments.sizeOf(first));
    // Parsed early, so that an unusable search text is an error at its own field only.
    var unused = asked.filter().search();
    // In a batch of its own, so that an error does not affect its siblings.
    return batchLoading.loadKnown(by, asked, (sorts, same) -> Map.of(by, counts.apply(same)));
  }
}
