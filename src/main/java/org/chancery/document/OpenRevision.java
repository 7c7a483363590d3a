package org.chancery.document;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.time.Clock;
import org.chancery.record.RecordClock;
import org.chancery.revision.RevisionSeal;
import org.jspecify.annotations.Nullable;

/** The one revision of a transaction, whatever writes into it. */
@TransactionScoped
class OpenRevision implements Serializable {

  private transient @Nullable RevisionLog log;

  /** Asks for the record's clock where nobody has in this transaction. */
  RevisionLog log(EntityManager entities, Clock clock, RevisionSeal seal) {
    RevisionLog open = log;
    if (open == null) {
      open =
          new RevisionLog(
              entities, RecordClock.next(entities, clock.instant()), seal, RowWriter.Sender.HERE);
      log = open;
    }
    return open;
  }
}
