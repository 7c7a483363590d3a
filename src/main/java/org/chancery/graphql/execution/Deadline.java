package org.chancery.graphql.execution;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.chancery.database.Databases;
import org.chancery.graphql.errors.RequestException;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.resource.jdbc.spi.LogicalConnectionImplementor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of one request. When it is reached, or the client is gone, the request's SQL
 * statements are cancelled, and no more are begun.
 */
public final class Deadline {

  private static final Logger LOG = Logger.getLogger(Deadline.class);

  /** A statement that begins just as the time is up is met by the next try. */
  private static final long MILLISECONDS_BETWEEN_TRIES = 100;

  /** A database that has not ended its statement by then is not listening. */
  private static final long MILLISECONDS_TO_LISTEN = 2000;

  /** Cancelling in PostgreSQL takes a connection of its own, which may be slow to open. */
  private static final ExecutorService MESSENGERS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "statement-ending");
            thread.setDaemon(true);
            return thread;
          });

  private final Duration time;
  private final ScheduledExecutorService watch;
  private final Runnable cancel;

  /** On whose connection the request's statements run; null where none does. */
  private volatile @Nullable SessionImplementor running;

  /** On which a transaction is being ended; null where none is. */
  private volatile @Nullable Connection ending;

  private volatile boolean over;

  /** Whether the request was ended, or is being kept: only one of the two comes true. */
  private final AtomicBoolean decided = new AtomicBoolean();

  /**
   * For a request that begins now.
   *
   * @param watch none of the workers, who are all busy when it matters
   * @param timeIsUp what else to do then
   */
  public Deadline(Duration time, ScheduledExecutorService watch, Runnable timeIsUp) {
    this.time = time;
    this.watch = watch;
    var ended =
        watch.schedule(
            () -> {
              if (decided.compareAndSet(false, true)) {
                try {
                  // First: a worker whose statement is ended has another answer, and knows less.
                  timeIsUp.run();
                } finally {
                  stop();
                }
              }
            },
            time.toMillis(),
            TimeUnit.MILLISECONDS);
    this.cancel = () -> ended.cancel(false);
  }

  /** The answer was given in time. */
  public void answered() {
    cancel.run();
  }

  /**
   * Ends what the request has running; returns at once, and is done soon after.
   *
   * @return false where it has been ended before, or what it wrote is being kept
   */
  public boolean end() {
    if (!decided.compareAndSet(false, true)) {
      return false;
    }
    stop();
    return true;
  }

  private void stop() {
    over = true;
    cancel.run();
    tryToEnd();
    later(MILLISECONDS_TO_LISTEN, this::cutOff);
  }

  /**
   * What the request wrote is being kept: nobody is told any more that its time was up.
   *
   * @return false where somebody was
   */
  boolean keep() {
    return decided.compareAndSet(false, true);
  }

  private void tryToEnd() {
    SessionImplementor session = running;
    if (session == null) {
      return;
    }
    MESSENGERS.execute(
        () -> {
          try {
            session.cancelQuery();
          } catch (RuntimeException notRunning) {
            LOG.debug("A statement could not be ended", notRunning);
          }
          later(MILLISECONDS_BETWEEN_TRIES, this::tryToEnd);
        });
  }

  /** Aborts the connection itself, so that the thread that waits for it goes on. */
  private void cutOff() {
    Connection unanswered = ending;
    SessionImplementor session = running;
    if (unanswered == null && session == null) {
      return;
    }
    MESSENGERS.execute(
        () -> {
          try {
            Connection used = unanswered == null ? connectionOf(session) : unanswered;
            if (used != null) {
              used.abort(Runnable::run);
            }
          } catch (SQLException | RuntimeException closed) {
            LOG.debug("A connection could not be cut off", closed);
          }
        });
  }

  private static @Nullable Connection connectionOf(@Nullable SessionImplementor session)
      throws SQLException {
    if (session == null) {
      return null;
    }
    LogicalConnectionImplementor connection = session.getJdbcCoordinator().getLogicalConnection();
    return connection.isPhysicallyConnected()
        ? Databases.driversOwn(connection.getPhysicalConnection())
        : null;
  }

  private void later(long milliseconds, Runnable work) {
    if (!watch.isShutdown()) {
      var unused = watch.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
    }
  }

  /** What the client is told when its time was up. */
  public RequestException refusal() {
    return RequestException.beyondTime(time);
  }

  void started(SessionImplementor session) {
    running = session;
    if (over) {
      throw refusal();
    }
  }

  /**
   * No more statements run; what they began is still to be ended.
   *
   * @return the connection on which they ran; null where there was none
   */
  @Nullable Connection finished() {
    try {
      ending = connectionOf(running);
    } catch (SQLException closed) {
      LOG.debug("A connection is closed already", closed);
    }
    running = null;
    return ending;
  }

  /** The same where what they wrote is kept, for which there is as much time again. */
  void finishedWriting() {
    if (finished() != null) {
      later(time.toMillis() + MILLISECONDS_TO_LISTEN, this::cutOff);
    }
  }

  /** The connection is another's from here on. */
  void released() {
    ending = null;
  }

  /** A time in seconds, by which the request is over for certain. */
  int secondsBeyond() {
    return Math.toIntExact(
        Math.min(Integer.MAX_VALUE, time.toSeconds() + MILLISECONDS_TO_LISTEN / 1000 + 60));
  }

  /** Whether the request has to stop; loops check it. */
  public boolean isOver() {
    return over;
  }
}
