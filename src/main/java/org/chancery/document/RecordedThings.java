package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.database.Chunks;
import org.chancery.database.MergedThings;
import org.chancery.meeting.Participation;
import org.chancery.record.MergedThing;
import org.chancery.record.RecordEntity;
import org.chancery.revision.RecordChange;
import org.chancery.revision.ThingKind;
import org.chancery.statement.Quotation;
import org.chancery.statement.StatementPair;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/**
 * What the record has, and what it had, by keys and by ids: both stay their thing's for good, and
 * its changes tell of all of them. The database is asked at once for what many lines name, since
 * each question waits until what is on its way there is written; anything else is asked for when
 * somebody wants to know it.
 */
final class RecordedThings {

  /** H2 compares each row that it finds with each key that it was asked for. */
  private static final int AT_ONCE = 1_000;

  private final RowWriter rows;

  /** The lines that were foreseen, each itself. */
  private final Set<ObjectNode> foreseen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Of each key that was asked for, what has or had it, of whatever kinds. */
  private final Map<String, List<Thing>> byKey = new HashMap<>();

  /** Of each id that was asked for; null where there never was anything. */
  private final Map<UUID, @Nullable Thing> byId = new HashMap<>();

  /** Of each id that was asked for, whether a quotation has it: changes do not tell of those. */
  private final Map<UUID, Boolean> quotations = new HashMap<>();

  private @Nullable Boolean hasChanges;
  private @Nullable Boolean hasMerged;

  RecordedThings(RowWriter rows) {
    this.rows = rows;
  }

  /**
   * A thing that the record has, or had.
   *
   * @param key null where it has none
   * @param isThere whether it has it
   */
  record Thing(ThingKind kind, UUID id, @Nullable String key, boolean isThere) {

    boolean isOf(RecordType type) {
      return kind == type.kind();
    }
  }

  /** Whether all that a line names was asked for, and is still known. */
  boolean isForeseen(ObjectNode line) {
    return foreseen.contains(line);
  }

  /** Asks for all that the next lines name; what was asked for before is forgotten. */
  void foresee(Collection<ObjectNode> lines) {
    askForAll(lines);
    foreseen.addAll(lines);
  }

  /** A line begins; it can be another when it comes again. */
  void begin(ObjectNode line) {
    if (!foreseen.remove(line)) {
      askForAll(List.of(line));
    }
  }

  private void askForAll(Collection<ObjectNode> lines) {
    foreseen.clear();
    byKey.clear();
    byId.clear();
    quotations.clear();
    if (hasChanges()) {
      Named named = new Named(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
      lines.forEach(named::add);
      ask(named.keys(), named.ids());
      askForQuotations(named.quotations());
    }
  }

  /**
   * What lines name.
   *
   * @param keys of things of any kind
   * @param ids of things of any kind
   * @param quotations the ids of these
   */
  private record Named(Set<String> keys, Set<UUID> ids, Set<UUID> quotations) {

    void add(JsonNode node) {
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        String name = member.getKey();
        JsonNode value = member.getValue();
        if (name.equals("id")) {
          ids.add(UUID.fromString(value.asText()));
        } else if (name.equals("quotations")) {
          for (String id : value.findValuesAsText("id")) {
            quotations.add(UUID.fromString(id));
            ids.add(UUID.fromString(id));
          }
        } else if (name.equals("key") || name.equals("into") || Merge.isNaming(name)) {
          addTexts(value, keys);
        } else {
          value.forEach(this::add);
        }
      }
    }
  }

  private static void addTexts(JsonNode value, Set<String> texts) {
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.forEach(one -> addTexts(one, texts));
  }

  /** Asks for keys that are not known yet. */
  void ask(Collection<String> keys) {
    List<String> unknown = keys.stream().filter(key -> !byKey.containsKey(key)).toList();
    if (!unknown.isEmpty() && hasChanges()) {
      ask(unknown, Set.of());
    }
  }

  /** What has, or had, a key; null where nothing ever did. */
  @Nullable Thing of(RecordType type, String key) {
    if (!hasChanges()) {
      return null;
    }
    ask(List.of(key));
    return byKey.getOrDefault(key, List.of()).stream()
        .filter(thing -> thing.isOf(type))
        .findFirst()
        .orElse(null);
  }

  /** What has, or had, an id; null where nothing ever did. */
  @Nullable Thing of(UUID id) {
    if (!hasChanges()) {
      return null;
    }
    if (!byId.containsKey(id)) {
      ask(Set.of(), Set.of(id));
    }
    return byId.get(id);
  }

  /** An id that nothing has. */
  UUID newId() {
    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    byId.put(id, null);
    quotations.put(id, false);
    return id;
  }

  private void ask(Collection<String> keys, Collection<UUID> ids) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    List<String> possible = keys.stream().filter(RecordEntity::isKey).toList();
    List<Object[]> found = new ArrayList<>();
    for (List<String> some : Chunks.of(possible, AT_ONCE)) {
      found.addAll(changed("thingKey", some.toArray(String[]::new)));
    }
    for (List<UUID> some : Chunks.of(List.copyOf(ids), AT_ONCE)) {
      found.addAll(changed("thingId", some.toArray(UUID[]::new)));
    }
    Set<UUID> there = there(found);
    keys.forEach(key -> byKey.put(key, new ArrayList<>()));
    ids.forEach(id -> byId.put(id, null));
    for (Object[] row : found) {
      UUID id = (UUID) row[1];
      Thing thing = new Thing((ThingKind) row[0], id, (String) row[2], there.contains(id));
      byId.put(id, thing);
      List<Thing> ofKey = byKey.get(thing.key());
      if (ofKey != null && !ofKey.contains(thing)) {
        ofKey.add(thing);
      }
    }
  }

  private List<Object[]> changed(String column, Object[] wanted) {
    return rows.database()
        .createQuery(
            "select distinct c.thingKind, c.thingId, c.thingKey from RecordChange c where one_of(:wanted, c.%s)"
                .formatted(column),
            Object[].class)
        .setParameter("wanted", wanted)
        .getResultList();
  }

  /** The ids of those of what was found that the record still has. */
  private Set<UUID> there(List<Object[]> found) {
    Map<ThingKind, Set<UUID>> ofKind = new EnumMap<>(ThingKind.class);
    found.forEach(
        row ->
            ofKind
                .computeIfAbsent((ThingKind) row[0], any -> new LinkedHashSet<>())
                .add((UUID) row[1]));
    Set<UUID> there = new HashSet<>();
    ofKind.forEach((kind, ids) -> there.addAll(there(entityOf(kind), ids)));
    return there;
  }

  private Set<UUID> there(String entity, Collection<UUID> ids) {
    Set<UUID> there = new HashSet<>();
    for (List<UUID> some : Chunks.of(List.copyOf(ids), AT_ONCE)) {
      there.addAll(
          rows.database()
              .createQuery(
                  "select e.id from %s e where one_of(:ids, e.id)".formatted(entity), UUID.class)
              .setParameter("ids", some.toArray(UUID[]::new))
              .getResultList());
    }
    return there;
  }

  /** Whether a quotation has an id. */
  boolean hasQuotation(UUID id) {
    if (hasChanges() && !quotations.containsKey(id)) {
      askForQuotations(Set.of(id));
    }
    return quotations.getOrDefault(id, false);
  }

  private void askForQuotations(Collection<UUID> ids) {
    Set<UUID> there = there(Quotation.class.getSimpleName(), ids);
    ids.forEach(id -> quotations.put(id, there.contains(id)));
  }

  private static String entityOf(ThingKind kind) {
    return switch (kind) {
      case PARTICIPATION -> Participation.class.getSimpleName();
      case LINK -> StatementPair.class.getSimpleName();
      default -> RecordType.of(kind).entityName();
    };
  }

  /** Whether anything was merged. */
  boolean hasMerged() {
    if (hasMerged == null) {
      hasMerged = hasSome(MergedThing.class);
    }
    return hasMerged;
  }

  /** Something was merged. */
  void noteMerge() {
    hasMerged = true;
  }

  /** The id of the thing that something with this key was merged into; null where it was not. */
  @Nullable UUID merged(RecordType type, String key) {
    Thing gone = hasMerged() && Merge.isOf(type) ? of(type, key) : null;
    return gone == null || gone.isThere()
        ? null
        : MergedThings.byKeys(rows.database(), type.entityName(), List.of(key)).get(key);
  }

  /**
   * How something is known that was in the record before.
   *
   * @param createdAt when it was first recorded
   * @param version the next after all that it had
   */
  record Earlier(Instant createdAt, int version) {}

  /** How something is known that is recorded again; null where it is new. */
  @Nullable Earlier earlier(UUID id) {
    Thing thing = of(id);
    if (thing == null || thing.key() == null) {
      return null;
    }
    Object[] row =
        rows.database()
            .unwrap(Session.class)
            .createNativeQuery(
                "select min(h.created_at) as first_time, max(h.version) + 1 as next_version from history.%s h where h.id = :id"
                    .formatted(thing.kind().name().toLowerCase(Locale.ROOT)),
                Object[].class)
            .addScalar("first_time", Instant.class)
            .addScalar("next_version", Integer.class)
            .setParameter("id", id)
            .getSingleResult();
    return row[0] == null ? null : new Earlier((Instant) row[0], (Integer) row[1]);
  }

  /** A first document is loaded without asking an empty record for each of its keys. */
  private boolean hasChanges() {
    if (hasChanges == null) {
      hasChanges = hasSome(RecordChange.class);
    }
    return hasChanges;
  }

  private boolean hasSome(Class<?> entity) {
    return !rows.database()
        .createQuery("select 1 from " + entity.getSimpleName() + " e", Integer.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
