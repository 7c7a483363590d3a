package org.chancery.document;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A second thread in the transaction of the one that makes it. Both see to it that only one of them
 * uses the connection at a time.
 */
final class TransactionThread implements AutoCloseable {

  private final TransactionManager transactions;
  private final Transaction transaction;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  TransactionThread(TransactionManager transactions) {
    this.transactions = transactions;
    try {
      this.transaction = transactions.getTransaction();
    } catch (SystemException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Does this after all that it was given before. */
  CompletableFuture<?> run(Runnable work) {
    return CompletableFuture.runAsync(() -> runWithin(work), thread);
  }

  private void runWithin(Runnable work) {
    try {
      transactions.resume(transaction);
      try {
        work.run();
      } finally {
        var unused = transactions.suspend();
      }
    } catch (InvalidTransactionException | SystemException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Takes no more work. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
