package org.chancery.graphql.execution;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jboss.logging.Logger;

/**
 * The state of the database that one request sees, on one connection: that of its first SQL
 * statement, whatever is written meanwhile. This is the pool's default isolation; writers set
 * another.
 */
final class Snapshot implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Snapshot.class);

  private final TransactionManager transactions;
  private final Session session;
  private final Deadline deadline;
  private boolean begun;

  Snapshot(TransactionManager transactions, Session session, Deadline deadline) {
    this.transactions = transactions;
    this.session = session;
    this.deadline = deadline;
  }

  /** Begins the transaction; does nothing where it has begun. */
  void begin() {
    if (begun) {
      return;
    }
    try {
      // Longer than the deadline, which ends the request with an error for the client.
      transactions.setTransactionTimeout(deadline.secondsBeyond());
      transactions.begin();
    } catch (NotSupportedException | SystemException failure) {
      throw new IllegalStateException(failure);
    }
    begun = true;
    SessionImplementor used = session.unwrap(SessionImplementor.class);
    // Nothing that is loaded to be shown is ever written back.
    used.setDefaultReadOnly(true);
    used.setHibernateFlushMode(FlushMode.MANUAL);
    deadline.started(used);
  }

  @Override
  public void close() {
    if (begun) {
      deadline.finished();
      try {
        transactions.rollback();
        transactions.setTransactionTimeout(0);
      } catch (SystemException | RuntimeException gone) {
        // All reading is done: the pool itself checks what has become of the connection.
        LOG.debug("A transaction could not be ended", gone);
      }
    }
  }
}
