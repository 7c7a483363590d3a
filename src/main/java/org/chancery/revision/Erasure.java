package org.chancery.revision;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Erases words of a thing, and of what it carries, from all that the database has: the present, the
 * past, the changes that tell of it, and the words that searches find. The log has digests of what
 * is gone, without the salts that would let it be guessed, and the digests of what is left.
 */
public final class Erasure {

  private final EntityManager entities;
  private final Revision revision;
  private final WordEraser eraser;
  private final Map<ThingKind, Set<UUID>> erased = new EnumMap<>(ThingKind.class);
  private final Map<ThingKind, Set<UUID>> lines = new EnumMap<>(ThingKind.class);

  /**
   * In the transaction of a revision.
   *
   * @param revision is persistent already
   */
  public Erasure(EntityManager entities, Revision revision) {
    this.entities = entities;
    this.revision = revision;
    this.eraser = new WordEraser(entities);
  }

  /** The id of what has a key, or had it at any time; null where nothing had. */
  public static @Nullable UUID find(EntityManager entities, ThingKind kind, String key) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select h.id from history.%s h where h.record_key = :key"
                .formatted(WordTable.of(kind).table()),
            UUID.class)
        .setParameter("key", key)
        .setMaxResults(1)
        .getSingleResultOrNull();
  }

  /** What came of it. */
  public enum Outcome {
    ERASED,
    /** There were no such words. */
    NOTHING_THERE,
    /** The log has signed something else than what the database has. */
    NOT_AS_SIGNED
  }

  /** Reads what was recorded by some lines, as a revision left it. */
  @FunctionalInterface
  public interface PastReader {
    /**
     * Gives the members of each thing as a change has them.
     *
     * @param lines ids of what has a line of its own
     */
    Map<UUID, String> membersAsOf(int revision, Map<ThingKind, Set<UUID>> lines);
  }

  /**
   * Erases words.
   *
   * @param thing its id, as {@link #find} gives it
   * @param passages the words; null for all of them
   * @param reader reads what is left
   */
  public Outcome erase(
      ThingKind kind, UUID thing, @Nullable List<String> passages, PastReader reader) {
    Map<ThingKind, Set<UUID>> things = eraser.carried(kind, Set.of(thing));
    things.put(kind, Set.of(thing));
    Set<UUID> statements = kind == ThingKind.STATEMENT ? Set.of(thing) : Set.of();
    things.forEach(this::findLines);
    findLines(ThingKind.ACCOUNT, eraser.ids(ThingKind.STATEMENT, "account_id", "id", statements));
    SignedPast past = new SignedPast(entities, revision, lines);
    if (!past.holds()) {
      return Outcome.NOT_AS_SIGNED;
    }
    Blackout blackout = passages == null ? Blackout.ofAll() : Blackout.of(passages);
    // Before the words are gone by which they are found there.
    note(
        ThingKind.ACCOUNT,
        eraser.eraseFromAccounts(
            statements, passages == null ? eraser.texts(statements) : passages, passages == null));
    things.forEach((one, ids) -> note(one, eraser.erase(one, ids, blackout)));
    int reasons = passages == null ? 0 : past.eraseReasons(blackout);
    if (erased.isEmpty() && reasons == 0) {
      return Outcome.NOTHING_THERE;
    }
    past.restateLines();
    past.restateChanges(number -> reader.membersAsOf(number, lines));
    goOn();
    WordsOfH2.sweepAfter(entities, revision.getNumber());
    return Outcome.ERASED;
  }

  /** Those of all that the things were in at any time. */
  private void findLines(ThingKind kind, Collection<UUID> things) {
    switch (kind) {
      case PARTICIPATION, ACCOUNT, STATEMENT ->
          add(lines, ThingKind.MEETING, eraser.ids(kind, "meeting_id", "id", things));
      default -> add(lines, kind, things);
    }
  }

  private void note(ThingKind kind, Set<UUID> touched) {
    if (!touched.isEmpty()) {
      add(erased, kind, touched);
    }
  }

  /**
   * Gives what is there still its next version, with all that carries it: whoever has the words on
   * the screen and saves them is told that it was changed.
   */
  private void goOn() {
    Map<ThingKind, Set<UUID>> carriers = new EnumMap<>(ThingKind.class);
    erased.forEach((kind, ids) -> add(carriers, kind, ids));
    lines.forEach((kind, ids) -> add(carriers, kind, ids));
    Set<UUID> statements = erased.getOrDefault(ThingKind.STATEMENT, Set.of());
    add(
        carriers,
        ThingKind.ACCOUNT,
        eraser.ids(ThingKind.STATEMENT, "account_id", "id", statements));
    carriers.remove(ThingKind.PARTICIPATION);
    carriers.forEach(
        (kind, ids) ->
            entities
                .createNativeQuery(
                    "update %s set version = version + 1, updated_at = :time where id = any(:ids)"
                        .formatted(WordTable.of(kind).table()))
                .setParameter("time", revision.getAt())
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate());
  }

  private static void add(Map<ThingKind, Set<UUID>> all, ThingKind kind, Collection<UUID> some) {
    all.computeIfAbsent(kind, any -> new LinkedHashSet<>()).addAll(some);
  }

  /**
   * The last change of each thing that words were erased from, and of the line itself where they
   * stood in reasons alone.
   */
  public List<RecordChange> lastChanges() {
    Set<UUID> ids =
        erased.values().stream()
            .flatMap(Collection::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (ids.isEmpty()) {
      lines.values().forEach(ids::addAll);
    }
    return entities
        .createQuery(
            "from RecordChange c where one_of(:ids, c.thingId) and c.revisionNumber ="
                + " (select max(l.revisionNumber) from RecordChange l where l.thingId = c.thingId) order by c.revisionNumber, c.position",
            RecordChange.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .getResultList();
  }

  /** The lines whose rows are others by that. */
  public Map<ThingKind, Set<UUID>> lines() {
    return lines;
  }
}
