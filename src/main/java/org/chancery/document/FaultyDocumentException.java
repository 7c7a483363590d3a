package org.chancery.document;

import java.util.List;
import java.util.stream.Collectors;

/** A document that was not loaded, nothing of it, because of its faults. */
public final class FaultyDocumentException extends RuntimeException {

  private final transient List<Fault> faults;

  FaultyDocumentException(List<Fault> faults) {
    super(
        "Nothing was loaded; the document has these faults:\n"
            + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    this.faults = List.copyOf(faults);
  }

  /** All faults that were found, in the order of the lines. */
  public List<Fault> faults() {
    return faults;
  }
}
