package org.chancery.document;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document that was not loaded, nothing of it, because of its faults. */
public final class FaultyDocumentException extends RuntimeException {

  private final transient List<Fault> faults;
  private final int more;

  FaultyDocumentException(List<Fault> faults, int more) {
    super(
        "Nothing was loaded; the document has these faults:\n"
            + faults.stream().map(Fault::toString).collect(Collectors.joining("\n"))
            + (more == 0 ? "" : "\n" + told(more)));
    this.faults = List.copyOf(faults);
    this.more = more;
  }

  private static String told(int more) {
    return "and %,d more.".formatted(more);
  }

  /** That there are more than those that are told; null where there are not. */
  public @Nullable String more() {
    return more == 0 ? null : told(more);
  }

  /** The faults that were found, up to a number, in the order of the lines. */
  public List<Fault> faults() {
    return faults;
  }
}
