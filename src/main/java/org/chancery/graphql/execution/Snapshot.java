package org.chancery.graphql.execution;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jboss.logging.Logger;

/**
 * The state of the record that one request sees, on one connection: that of its first SQL
 * statement, whatever is written meanwhile. The pool's transactions read so; who writes sets
 * another isolation.
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

  /** From here on the database is asked; again and again does nothing more. */
  void begin() {
    if (begun) {
      return;
    }
    try {
      // Longer than the request may take, which is ended with what a client is told then.
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
        // What was read was read: the pool sees by itself what has become of the connection.
        LOG.debug("A transaction could not be ended", gone);
      }
    }
  }
}
