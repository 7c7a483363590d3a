package org.chancery.record;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.chancery.database.Isolation;
import org.chancery.database.OneWriter;
import org.hibernate.Session;

/**
 * The last revision of the record and its time. A writer locks its one row until commit, so that
 * revisions and times of change are in commit order: a client that asks for changes since the
 * newest it knows misses nothing.
 */
@Entity
public class RecordClock {

  private static final int THE_ROW = 1;

  @Id private int id;

  private Instant lastWritten;

  private int lastRevision;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RecordClock() {}

  /**
   * What the writes of a transaction have in common.
   *
   * @param time of all of them
   * @param revision its number
   */
  public record Moment(Instant time, int revision) {}

  /**
   * The moment of what this transaction writes: now, but later than all earlier writes. Waits for
   * another writing transaction, and then sees what it wrote: for that it has to be a transaction's
   * first query. Once something is written, {@link #advance} has to follow.
   *
   * @param now by the clock of this machine
   */
  public static Moment next(EntityManager entities, Instant now) {
    Isolation.readWhatIsCommitted(entities.unwrap(Session.class));
    RecordClock clock =
        Objects.requireNonNull(
            entities.find(RecordClock.class, THE_ROW, LockModeType.PESSIMISTIC_WRITE));
    OneWriter.begin();
    // To the microsecond, which is what the database keeps.
    Instant earliest = clock.lastWritten.plus(1, ChronoUnit.MICROS);
    Instant time = now.truncatedTo(ChronoUnit.MICROS);
    return new Moment(time.isBefore(earliest) ? earliest : time, clock.lastRevision + 1);
  }

  /** The number of the last revision; 0 where there is none. */
  public static int lastRevision(EntityManager entities) {
    return entities
        .createQuery("select c.lastRevision from RecordClock c", Integer.class)
        .getSingleResult();
  }

  /** Makes this moment the last one. */
  public static void advance(EntityManager entities, Moment moment) {
    entities
        .createQuery("update RecordClock set lastWritten = :time, lastRevision = :revision")
        .setParameter("time", moment.time())
        .setParameter("revision", moment.revision())
        .executeUpdate();
  }
}
