package org.chancery.document;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.account.Account;
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
import org.hibernate.Session;
import org.hibernate.StatelessSession;

/**
 * Writes rows of the record and its log. New ones wait until there are many, and then go to the
 * database as one batch for each table: it is not told of them one by one.
 */
final class RowWriter {

  /** So many are held in memory. */
  private static final int AT_ONCE = 2_000;

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

  private final EntityManager entities;
  private final WordIndex words;
  private final Map<Class<?>, List<Object>> waiting = new HashMap<>();
  private int many;

  /** In a transaction. */
  RowWriter(EntityManager entities) {
    this.entities = entities;
    this.words = new WordIndex(entities.unwrap(Session.class));
  }

  /** A new one. */
  void add(Object row) {
    waiting.computeIfAbsent(row.getClass(), any -> new ArrayList<>()).add(row);
    many++;
  }

  /** Writes at once what a row has become. */
  <E extends RecordEntity & Searched> void amend(E row) {
    flush();
    entities.merge(row);
    entities.flush();
    words.forget(List.of(row.uuid()));
    words.add(List.of(row));
  }

  /** Things are deleted that have these ids, and are no longer found. */
  void forget(Collection<UUID> things) {
    words.forget(things);
  }

  /** Writes what waits if that is much. */
  void flushMany() {
    if (many >= AT_ONCE) {
      flush();
    }
  }

  /** Writes what waits: whoever asks the database for it next will find it. */
  void flush() {
    entities.flush();
    entities.clear();
    if (many == 0) {
      return;
    }
    Session session = entities.unwrap(Session.class);
    Integer batchSize = session.getJdbcBatchSize();
    // Batches are of the session whose connection this is.
    session.setJdbcBatchSize(many);
    try (StatelessSession batches = session.statelessWithOptions().connection().open()) {
      for (Class<?> table : TABLES) {
        List<Object> rows = waiting.remove(table);
        if (rows != null) {
          batches.insertMultiple(rows);
          if (Searched.class.isAssignableFrom(table)) {
            words.add(rows.stream().map(Searched.class::cast).toList());
          }
        }
      }
    } finally {
      session.setJdbcBatchSize(batchSize);
    }
    if (!waiting.isEmpty()) {
      throw new IllegalStateException("Nobody knows when to write " + waiting.keySet());
    }
    many = 0;
  }
}
