package org.chancery.graphql.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.graphql.errors.RequestException;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for thirty days what requests with an Idempotency-Key were answered, in the transaction
 * that carried them out. What wrote nothing is not remembered: sent again, it is tried again.
 */
@ApplicationScoped
public class IdempotentRequests {

  /** In the place of what had words, or could have had, which were erased since. */
  static final String FORGOTTEN = "";

  private static final Duration KEPT = Duration.ofDays(30);

  private final EntityManager entities;
  private final Clock clock;
  private final Forgotten forgotten;

  /** Those of this instance; others are known by a lock of the database that they share. */
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  IdempotentRequests(EntityManager entities, Clock clock, Forgotten forgotten) {
    this.entities = entities;
    this.clock = clock;
    this.forgotten = forgotten;
  }

  /**
   * A request.
   *
   * @param id what stands for its sender and its key, in hexadecimal digits
   * @param request what stands for all that it asks
   */
  public IdempotentRequest of(String id, String request) {
    return new IdempotentRequest(this, id, request);
  }

  /** False where it runs already. */
  boolean begin(String id) {
    return running.add(id);
  }

  void end(String id) {
    running.remove(id);
  }

  @Nullable String answerOf(String id, String request) {
    boolean isShared =
        entities.unwrap(SessionImplementor.class).getDialect() instanceof PostgreSQLDialect;
    if (isShared && !isLockedFor(id)) {
      throw RequestException.runsAlready();
    }
    KeptAnswer before = entities.find(KeptAnswer.class, id);
    if (before == null || before.isOlderThan(oldest())) {
      return null;
    }
    if (!before.answer().equals(FORGOTTEN) && !before.request().equals(request)) {
      throw RequestException.isAnotherRequest();
    }
    return before.answer();
  }

  /** Until the transaction ends, however it does. */
  private boolean isLockedFor(String id) {
    return (boolean)
        entities
            .createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:id, 0))")
            .setParameter("id", id)
            .getSingleResult();
  }

  void keep(String id, String request, String answer) {
    entities
        .createQuery("delete from KeptAnswer a where a.answeredAt < :oldest")
        .setParameter("oldest", oldest())
        .executeUpdate();
    entities.clear();
    entities.persist(
        forgotten.isSet()
            ? new KeptAnswer(id, FORGOTTEN, FORGOTTEN, now())
            : new KeptAnswer(id, request, answer, now()));
    entities.flush();
  }

  /**
   * Forgets all answers and what was asked, and those of the request that runs: words of them were
   * erased, which stand in answers in many forms, and short ones can be guessed from a hash. No
   * request is carried out again for that.
   */
  public void forgetAnswers() {
    entities
        .createQuery("update KeptAnswer a set a.answer = :forgotten, a.request = :forgotten")
        .setParameter("forgotten", FORGOTTEN)
        .executeUpdate();
    forgotten.set();
  }

  private Instant oldest() {
    return now().minus(KEPT);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
