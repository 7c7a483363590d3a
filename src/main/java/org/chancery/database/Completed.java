package org.chancery.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for another thread. */
public final class Completed {

  private Completed() {}

  /** Waits for its end; what failed there fails here, as it did there. */
  public static void waitFor(CompletableFuture<?> work) {
    try {
      work.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      if (failure.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw failure;
    }
  }

  /** Waits for its end, whatever becomes of it. */
  public static void waitHowever(CompletableFuture<?> work) {
    var unused = work.exceptionally(failure -> null).join();
  }
}
