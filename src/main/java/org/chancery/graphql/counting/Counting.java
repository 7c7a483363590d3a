package org.chancery.graphql.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.chancery.graphql.execution.Batches;
import org.chancery.graphql.finding.Filter;
import org.chancery.graphql.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Answers fields that count. */
@ApplicationScoped
public class Counting {

  private final Batches batches;

  Counting(Batches batches) {
    this.batches = batches;
  }

  /**
   * What a field asks to be counted.
   *
   * @param by what sorts the things
   * @param filter which of them
   * @param most how many sorts
   */
  public record Asked<D extends Enum<D>>(D by, Filter filter, int most) {}

  /** What the arguments of such a field mean, null being the same as left out. */
  public <D extends Enum<D>> CompletionStage<List<Tally>> of(
      D by,
      @Nullable Filter filter,
      @Nullable Integer first,
      Function<Asked<D>, List<Tally>> counts) {
    Asked<D> asked = new Asked<>(by, Filter.of(filter), PageRequest.size(first));
    // Read here already, so that a text that cannot be looked for is an error at its own field
    // only.
    var unused = asked.filter().search();
    // By itself: what is wrong with one is not wrong with those beside it.
    return batches.loadKnown(by, asked, (sorts, same) -> Map.of(by, counts.apply(same)));
  }
}
