package org.chancery.revision;

/** What is wrong with a history that was to be taken in; the message says it in sentences. */
public final class HistoryFault extends RuntimeException {

  HistoryFault(String message) {
    super(message);
  }

  HistoryFault(int line, String what) {
    this("line %d: %s".formatted(line, what));
  }
}
