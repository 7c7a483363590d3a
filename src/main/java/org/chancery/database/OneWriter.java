package org.chancery.database;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets those who write into the record from this process do so one after the other, before they
 * begin a transaction. The record's clock, which they lock in it, holds back those of other
 * instances; but who waits for a lock has a connection and a thread, and H2 2.4 at times gives the
 * lock of one that is rolling back to two.
 */
public final class OneWriter {

  private static final Semaphore TURN = new Semaphore(1, true);

  private OneWriter() {}

  /** Waits for one's turn, and writes: from the beginning of the transaction to its end. */
  public static <T> T write(Supplier<T> work) {
    TURN.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      TURN.release();
    }
  }
}
