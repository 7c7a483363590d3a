package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.chancery.account.Account;
import org.chancery.database.BulkInsert;
import org.chancery.database.Completed;
import org.chancery.event.Event;
import org.chancery.event.EventTopic;
import org.chancery.meeting.Meeting;
import org.chancery.meeting.MeetingTopic;
import org.chancery.meeting.Participation;
import org.chancery.participant.Participant;
import org.chancery.party.Party;
import org.chancery.record.RecordEntity;
import org.chancery.revision.RecordChange;
import org.chancery.search.Searched;
import org.chancery.search.WordIndex;
import org.chancery.statement.Addressee;
import org.chancery.statement.Quotation;
import org.chancery.statement.Statement;
import org.chancery.statement.StatementPair;
import org.chancery.statement.StatementSpeaker;
import org.chancery.statement.StatementTopic;
import org.chancery.topic.Topic;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * Writes rows of the record and its log. New ones wait until there are many, and then go to the
 * database as one batch for each table: it is not told of them one by one. They can be on their way
 * while more come, so whoever has a question to the database asks {@link #database()}.
 */
final class RowWriter implements AutoCloseable {

  /** So many are held in memory, twice: those that wait and those that are on their way. */
  private static final int AT_ONCE = 6_000;

  /** Characters of what their changes tell of. */
  private static final int CHARACTERS_AT_ONCE = 4_000_000;

  /** In an order in which nothing is named before it is there. */
  private static final List<Class<?>> TABLES =
      List.of(
          Party.class,
          Topic.class,
          Participant.class,
          Event.class,
          EventTopic.class,
          Meeting.class,
          MeetingTopic.class,
          Participation.class,
          Account.class,
          Statement.class,
          StatementSpeaker.class,
          Addressee.class,
          StatementTopic.class,
          Quotation.class,
          StatementPair.class,
          RecordChange.class);

  /** Has many rows be sent. */
  @FunctionalInterface
  interface Sender {

    /** Sends them before anything else happens. */
    Sender HERE =
        sending -> {
          sending.run();
          return CompletableFuture.completedFuture(null);
        };

    /** Sends them, on this thread or on another. */
    CompletableFuture<?> send(Runnable sending);
  }

  private final EntityManager entities;
  private final SessionImplementor session;
  private final Connection connection;
  private final WordIndex words;
  private final Sender sender;
  private Runnable beforeMany = () -> {};
  private Map<Class<?>, List<Object>> waiting = new HashMap<>();
  private int many;
  private int characters;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

  /**
   * In a transaction.
   *
   * @param revision the number of the one that they are of
   * @param sender sends many rows: on another thread, more can come meanwhile
   */
  RowWriter(EntityManager entities, int revision, Sender sender) {
    this.entities = entities;
    // The session itself: what injection gives belongs to this thread.
    this.session = entities.unwrap(SessionImplementor.class);
    this.connection = session.doReturningWork(own -> own);
    this.words = new WordIndex(session, revision);
    this.sender = sender;
  }

  /** Has something be done each time that many rows are about to be on their way. */
  void beforeMany(Runnable questions) {
    beforeMany = questions;
  }

  /** The database, once nothing is on its way to it: the connection is one for both. */
  EntityManager database() {
    Completed.waitFor(sent);
    return entities;
  }

  /** A new one. */
  void add(Object row) {
    waiting.computeIfAbsent(row.getClass(), any -> new ArrayList<>()).add(row);
    many++;
    if (row instanceof RecordChange change) {
      characters += change.size();
    }
  }

  /** Writes at once what a row has become. */
  <E extends RecordEntity & Searched> void amend(E row) {
    flush();
    E managed = entities.merge(row);
    entities.flush();
    if (managed.getVersion().equals(row.getVersion())) {
      // What it carries is another, and it was changed before at the same moment.
      entities
          .createQuery(
              "update %s e set e.version = e.version + 1 where e.id = :id"
                  .formatted(row.getClass().getSimpleName()))
          .setParameter("id", row.uuid())
          .executeUpdate();
      entities.detach(managed);
    }
    words.forget(List.of(row.uuid()));
    words.add(List.of(row));
  }

  /** Things are deleted that have these ids, and are no longer found. */
  void forget(Collection<UUID> things) {
    var unused = database();
    words.forget(things);
  }

  /** Writes what waits if that is much, or has it written meanwhile. */
  void flushMany() {
    if (many >= AT_ONCE || characters >= CHARACTERS_AT_ONCE) {
      send(beforeMany);
    }
  }

  /** Writes what waits: whoever asks the database for it next will find it. */
  void flush() {
    send(() -> {});
    var unused = database();
  }

  /** Waits for what is on its way, whatever becomes of it: the transaction can end then. */
  @Override
  public void close() {
    Completed.waitHowever(sent);
  }

  private void send(Runnable first) {
    // While those before are on their way.
    List<Runnable> ready = ready();
    EntityManager free = database();
    free.flush();
    free.clear();
    first.run();
    if (!ready.isEmpty()) {
      sent = sender.send(() -> ready.forEach(Runnable::run));
    }
  }

  /** What writes all that waits, which waits no longer. */
  private List<Runnable> ready() {
    Map<Class<?>, List<Object>> all = waiting;
    waiting = new HashMap<>();
    many = 0;
    characters = 0;
    List<Runnable> ready = new ArrayList<>();
    for (Class<?> table : TABLES) {
      List<Object> rows = all.remove(table);
      if (rows != null) {
        ready.add(insertion(table, rows)::run);
        if (words.isKept() && Searched.class.isAssignableFrom(table)) {
          List<Searched> searched = rows.stream().map(Searched.class::cast).toList();
          ready.add(() -> words.add(searched));
        }
      }
    }
    if (!all.isEmpty()) {
      throw new IllegalStateException("Nobody knows when to write " + all.keySet());
    }
    return ready;
  }

  private BulkInsert insertion(Class<?> table, List<Object> rows) {
    try {
      return new BulkInsert(session, connection, table, rows);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
