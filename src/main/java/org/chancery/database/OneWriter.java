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

  private static final ThreadLocal<Runnable> BEGUN = ThreadLocal.withInitial(() -> () -> {});

  private OneWriter() {}

  /** Waits for one's turn, and writes: from the beginning of the transaction to its end. */
  public static <T> T write(Supplier<T> work) {
    return write(work, () -> {});
  }

  /**
   * The same.
   *
   * @param begun is run once nobody else writes, in this process or in another
   */
  public static <T> T write(Supplier<T> work, Runnable begun) {
    TURN.acquireUninterruptibly();
    BEGUN.set(begun);
    try {
      return work.get();
    } finally {
      BEGUN.remove();
      TURN.release();
    }
  }

  /** Who writes on this thread has the lock that holds back those of other instances. */
  public static void begin() {
    BEGUN.get().run();
  }
}
