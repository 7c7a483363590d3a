package org.chancery.document;

/** A document that was not loaded, nothing of it, because of its faults. */
public final class FaultyDocumentException extends RuntimeException {

  private final transient FaultsTold faults;

  FaultyDocumentException(FaultsTold faults) {
    super("Nothing was loaded; the document has these faults:\n" + faults.inLines());
    this.faults = faults;
  }

  /** What was found. */
  public FaultsTold faults() {
    return faults;
  }
}
