package org.chancery.graphql.execution;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.chancery.database.DatabaseGone;
import org.chancery.database.Isolation;
import org.chancery.database.LazyAttributes;
import org.chancery.database.PastSchema;
import org.chancery.graphql.errors.RequestException;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one transaction of a request, on one connection. One that reads sees the state of its first
 * SQL statement, whatever is written meanwhile: this is the pool's default isolation. One that
 * writes sets another before it reads anything.
 */
final class Snapshot implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Snapshot.class);

  private final TransactionManager transactions;
  private final Session session;
  private final Deadline deadline;
  private boolean begun;

  /** The revision of which is read; null for the present. */
  private @Nullable Integer revision;

  private boolean kept;

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
    SessionImplementor used = beginTransaction();
    // Nothing that is loaded to be shown is ever written back.
    used.setDefaultReadOnly(true);
    used.setHibernateFlushMode(FlushMode.MANUAL);
  }

  /** Begins the transaction as one that writes, and that only {@link #commit} keeps. */
  void beginWriting() {
    SessionImplementor used = beginTransaction();
    used.setHibernateFlushMode(FlushMode.COMMIT);
    Isolation.readWhatIsCommitted(used);
  }

  /**
   * Keeps what was written.
   *
   * @throws RequestException where the database went away, and whether it did is not known
   * @throws IllegalStateException where it does not, and has undone it
   */
  void commit() {
    if (!deadline.keep()) {
      // Who sent it was told so, or is gone.
      throw deadline.refusal();
    }
    kept = true;
    deadline.finishedWriting();
    try {
      transactions.commit();
      transactions.setTransactionTimeout(0);
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException failure) {
      Optional<String> gone = DatabaseGone.reasonOf(failure);
      if (gone.isPresent()) {
        LOG.warnf("The database went away as a request was being kept (%s)", gone.get());
        throw RequestException.unavailable(
            "The database went away as this was being kept, and whether it was is not known. Look before you send it again, or send it"
                + " again with the same Idempotency-Key.");
      }
      throw new IllegalStateException(failure);
    } finally {
      deadline.released();
    }
  }

  private SessionImplementor beginTransaction() {
    try {
      // Longer than the deadline, which ends the request with an error for the client.
      transactions.setTransactionTimeout(deadline.secondsBeyond());
      transactions.begin();
    } catch (NotSupportedException | SystemException failure) {
      throw new IllegalStateException(failure);
    }
    begun = true;
    SessionImplementor used = session.unwrap(SessionImplementor.class);
    deadline.started(used);
    return used;
  }

  /**
   * Reads as of a revision from here on.
   *
   * @param wanted null for the present
   */
  void at(@Nullable Integer wanted) {
    if (Objects.equals(wanted, revision)) {
      return;
    }
    // What is known as of one moment is not taken for what it was at another.
    session.clear();
    if (revision != null) {
      PastSchema.leave(session);
    }
    revision = wanted;
    if (wanted != null) {
      PastSchema.enter(session, wanted);
    }
  }

  /** An attribute of a group of lazy ones. */
  Optional<String> lazyAttribute(Class<?> type, String group) {
    return LazyAttributes.oneOf(session, type, group);
  }

  /** Reads groups of lazy attributes of entities. */
  void read(Collection<?> entities, Collection<String> groups) {
    LazyAttributes.read(session, entities, groups);
  }

  @Override
  public void close() {
    if (begun && !kept) {
      Connection used = deadline.finished();
      if (revision != null) {
        PastSchema.leaveAtTheEnd(session);
      }
      try {
        // Asks the database, while nobody else has the connection: it may not answer.
        if (used != null) {
          used.rollback();
        }
      } catch (SQLException gone) {
        LOG.debug("A transaction could not be rolled back", gone);
      }
      deadline.released();
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
