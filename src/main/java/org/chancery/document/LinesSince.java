package org.chancery.document;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.database.Chunks;
import org.chancery.database.MergedThings;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What became of the record after a revision, as lines: those of what is new or another, each after
 * those that it names, and then, the other way round, that things are gone. Who had the record as
 * of that revision and takes this in has it as it is.
 */
final class LinesSince {

  private final EntityManager entities;
  private final LineReader reader;
  private final int since;
  private final int until;

  /**
   * In a transaction that reads the record as it is told.
   *
   * @param since the revision that its reader has
   * @param until the one that it is told as of
   */
  LinesSince(EntityManager entities, LineReader reader, int since, int until) {
    this.entities = entities;
    this.reader = reader;
    this.since = since;
    this.until = until;
  }

  /**
   * Gives them out.
   *
   * @return how many there are
   */
  int write(RecordExport.Lines to) throws IOException {
    Map<RecordType, Set<UUID>> changed = changed(entities, since, until);
    Map<RecordType, Set<UUID>> gone = new EnumMap<>(RecordType.class);
    int lines = 0;
    for (RecordType type : RecordType.OF_LINES) {
      for (List<UUID> some : chunks(changed.get(type))) {
        Map<UUID, ObjectNode> things = reader.read(type, some);
        for (UUID id : some) {
          ObjectNode line = things.get(id);
          if (line == null) {
            gone.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(id);
          } else {
            to.take(line);
            lines++;
          }
        }
      }
    }
    for (RecordType type : RecordType.fromTheLast()) {
      for (List<UUID> some : chunks(gone.get(type))) {
        for (ObjectNode withdrawal : withdrawals(type, some)) {
          to.take(withdrawal);
          lines++;
        }
      }
    }
    return lines;
  }

  private static List<List<UUID>> chunks(@Nullable Set<UUID> ids) {
    return ids == null ? List.of() : Chunks.of(List.copyOf(ids), RecordExport.THINGS_AT_ONCE);
  }

  /**
   * The ids of the lines that revisions have done something to, in their order: also of those that
   * something was moved away from.
   *
   * @param since the revision before the first one
   * @param until the last one
   */
  static Map<RecordType, Set<UUID>> changed(EntityManager entities, int since, int until) {
    Map<RecordType, Set<UUID>> changed = new EnumMap<>(RecordType.class);
    entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select distinct l.line_kind, l.line_id from revision_line l"
                + " where l.revision_number > :since and l.revision_number <= :until order by l.line_id",
            Object[].class)
        .addScalar("line_kind", String.class)
        .addScalar("line_id", UUID.class)
        .setParameter("since", since)
        .setParameter("until", until)
        .getResultList()
        .forEach(
            row ->
                changed
                    .computeIfAbsent(
                        RecordType.valueOf((String) row[0]), any -> new LinkedHashSet<>())
                    .add((UUID) row[1]));
    return changed;
  }

  /** What is gone of these: what came after the revision and went again is not told. */
  private List<ObjectNode> withdrawals(RecordType type, Collection<UUID> ids) {
    Map<UUID, UUID> kept = MergedThings.byIds(entities, type.entityName(), ids);
    Map<UUID, String> keys = keys(type, kept.values());
    List<ObjectNode> withdrawals = new ArrayList<>();
    entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select h.id, h.record_key from history.%s h where h.id = any(:ids) and h.revision_number <= :since and (h.until_revision is null or h.until_revision > :since) order by h.id"
                .formatted(type.name().toLowerCase(Locale.ROOT)),
            Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("record_key", String.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .setParameter("since", since)
        .getResultList()
        .forEach(
            row -> {
              ObjectNode withdrawal =
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("type", Withdrawal.TYPE)
                      .put("of", type.word())
                      .put("id", row[0].toString())
                      .put("key", (String) row[1]);
              // What was kept can be gone as well by now.
              String into = keys.get(kept.get((UUID) row[0]));
              if (into != null) {
                withdrawal.put("into", into);
              }
              withdrawals.add(withdrawal);
            });
    return withdrawals;
  }

  private Map<UUID, String> keys(RecordType type, Collection<UUID> ids) {
    Map<UUID, String> keys = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select e.id, e.key from %s e where one_of(:ids, e.id)".formatted(type.entityName()),
              Object[].class)
          .setParameter("ids", ids.toArray(UUID[]::new))
          .getResultList()
          .forEach(row -> keys.put((UUID) row[0], (String) row[1]));
    }
    return keys;
  }
}
