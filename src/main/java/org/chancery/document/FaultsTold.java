package org.chancery.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Faults of a document, as many as are told.
 *
 * @param all in the order of the lines
 * @param more how many there are beside them
 */
public record FaultsTold(List<Fault> all, int more) {

  public FaultsTold {
    all = List.copyOf(all);
  }

  /** That there are more than those that are told; null where there are not. */
  public @Nullable String ofMore() {
    return more == 0 ? null : "and %,d more.".formatted(more);
  }

  /** One a line. */
  public String inLines() {
    return all.stream().map(Fault::toString).collect(Collectors.joining("\n"))
        + (more == 0 ? "" : "\n" + ofMore());
  }
}
