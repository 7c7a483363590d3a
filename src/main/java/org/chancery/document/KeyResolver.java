package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.database.MergedThings;
import org.chancery.meeting.Participation;
import org.chancery.record.MergedThing;
import org.chancery.record.RecordEntity;
import org.chancery.revision.RecordChange;
import org.chancery.revision.ThingKind;
import org.chancery.statement.StatementPair;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Which keys and ids are taken while a document is loaded: by the record, by the lines so far, or
 * by the line that is being loaded, which is kept or dropped as a whole.
 */
final class KeyResolver {

  /** Placeholder for an unknown key: there is a fault then, and nothing is written. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final RowWriter rows;
  private final Map<RecordType, Map<String, UUID>> ofDocument = new EnumMap<>(RecordType.class);
  private final Map<RecordType, Map<String, UUID>> ofRecord = new EnumMap<>(RecordType.class);
  private final Map<String, Boolean> recordHasSome = new HashMap<>();
  private final Set<UUID> ids = new HashSet<>();
  private final Set<UUID> takenOut = new HashSet<>();
  private final Set<UUID> revived = new HashSet<>();
  private final Map<String, Optional<UUID>> mergedKeys = new HashMap<>();

  /** What lines so far no longer have, whether they were written or only looked at for faults. */
  private final Set<String> freed = new HashSet<>();

  private final Set<UUID> freedIds = new HashSet<>();

  // Of the line that is being loaded.
  private final Map<RecordType, Map<String, UUID>> ofLine = new EnumMap<>(RecordType.class);
  private final Set<UUID> idsOfLine = new HashSet<>();
  private final Map<UUID, Past> pastOfLine = new HashMap<>();
  private final Map<String, @Nullable UUID> withdrawnOfLine = new HashMap<>();
  private final Map<String, Set<UUID>> inRecordOfLine = new HashMap<>();
  private final Set<UUID> idsForeseen = new HashSet<>();
  private ExistingThing amended = ExistingThing.NOTHING;

  KeyResolver(RowWriter rows) {
    this.rows = rows;
  }

  private EntityManager database() {
    return rows.database();
  }

  /** A line has taken something out of the record: no other one has it. */
  void takeOut(RecordType kind, String key, UUID id, @Nullable UUID kept) {
    takenOut.add(id);
    if (kept != null) {
      recordHasSome.put(MergedThing.class.getSimpleName(), true);
      mergedKeys.put(kind.word() + " " + key, Optional.of(kept));
    }
  }

  /** Whether an earlier line of the document has something. */
  boolean isInDocument(UUID id) {
    return ids.contains(id) || takenOut.contains(id);
  }

  /** The same by the key or the id that a line has for it. */
  boolean isInDocument(RecordType kind, JsonNode line) {
    UUID declared = declared(kind, line.path("key").asText());
    return (declared != null && !declared.equals(NOBODY))
        || (line.hasNonNull("id") && ids.contains(UUID.fromString(line.path("id").asText())));
  }

  /** A thing that was merged may be recorded again. */
  void revive(UUID id) {
    revived.add(id);
  }

  /** Whether anything was merged. */
  boolean hasMerged() {
    return recordHasSome.computeIfAbsent(MergedThing.class.getSimpleName(), this::hasSome);
  }

  /** The id of the thing that something with this key was merged into; null where it was not. */
  private @Nullable UUID merged(RecordType kind, String key) {
    if (!RecordEntity.isKey(key) || !hasMerged()) {
      return null;
    }
    return mergedKeys
        .computeIfAbsent(
            kind.word() + " " + key,
            any ->
                Optional.ofNullable(
                        MergedThings.byKeys(database(), kind.entityName(), List.of(key)).get(key))
                    // It can be gone by now.
                    .filter(kept -> isInRecord(kind.entityName(), kept)))
        .orElse(null);
  }

  /** The id of what has this key, or was kept in the place of what had it; null where nothing. */
  @Nullable UUID led(RecordType kind, String key) {
    UUID id = inRecord(kind, key);
    return id == null ? merged(kind, key) : id;
  }

  /** The same of what the document so far has, too. */
  @Nullable UUID named(RecordType kind, String key) {
    UUID id = declared(kind, key);
    return id == null ? led(kind, key) : id;
  }

  /**
   * The key by which the record has a thing: of what was merged that of the thing that was kept, of
   * anything else the same.
   */
  String current(RecordType kind, String key) {
    if (declared(kind, key) != null || inRecord(kind, key) != null) {
      return key;
    }
    UUID kept = merged(kind, key);
    return kept == null
        ? key
        : database()
            .createQuery(
                "select e.key from %s e where e.id = :id".formatted(kind.entityName()),
                String.class)
            .setParameter("id", kept)
            .getResultStream()
            .findFirst()
            .orElse(key);
  }

  /** A line begins of which the record has this already. */
  void begin(ExistingThing existing) {
    drop();
    amended = existing;
  }

  /** The line is written: what it declares is taken, and what it no longer has is free. */
  void keep() {
    ofLine.forEach((kind, keys) -> inDocument(kind).putAll(keys));
    ids.addAll(idsOfLine);
    for (DocumentPart part : amended.parts().values()) {
      if (!idsOfLine.contains(part.id())) {
        freedIds.add(part.id());
        if (part.key() != null) {
          inRecord(RecordType.of(part.kind())).remove(part.key());
          freed.add(RecordType.of(part.kind()).word() + " " + part.key());
        }
      }
    }
    drop();
  }

  /** The line has faults: nothing of it counts. */
  void drop() {
    ofLine.clear();
    idsOfLine.clear();
    pastOfLine.clear();
    withdrawnOfLine.clear();
    inRecordOfLine.clear();
    idsForeseen.clear();
  }

  /**
   * Asks the record at once for all that is going to be asked of a line that has begun, which is
   * otherwise a query for each key and each id.
   */
  void foresee(Collection<DocumentPart> parts) {
    parts.forEach(part -> idsForeseen.add(part.id()));
    Map<ThingKind, List<DocumentPart>> ofKind =
        parts.stream().collect(Collectors.groupingBy(DocumentPart::kind));
    ofKind.forEach(
        (kind, some) -> {
          UUID[] all = some.stream().map(DocumentPart::id).toArray(UUID[]::new);
          if (recordHasSome.computeIfAbsent(entityOf(kind), this::hasSome)) {
            inRecordOfLine.put(
                entityOf(kind),
                new HashSet<>(
                    database()
                        .createQuery(
                            "select e.id from %s e where one_of(:ids, e.id)"
                                .formatted(entityOf(kind)),
                            UUID.class)
                        .setParameter("ids", all)
                        .getResultList()));
          }
          String[] keys =
              some.stream().map(DocumentPart::key).filter(Objects::nonNull).toArray(String[]::new);
          if (keys.length > 0) {
            foreseeKeys(RecordType.of(kind), keys);
          }
        });
    if (hasChanges()) {
      findPast(parts.stream().map(DocumentPart::id).toArray(UUID[]::new));
    }
  }

  private void foreseeKeys(RecordType kind, String[] keys) {
    if (recordHasSome.computeIfAbsent(kind.entityName(), this::hasSome)) {
      Map<String, UUID> known = inRecord(kind);
      for (String key : keys) {
        known.putIfAbsent(key, null);
      }
      database()
          .createQuery(
              "select e.key, e.id from %s e where one_of(:keys, e.key)"
                  .formatted(kind.entityName()),
              Object[].class)
          .setParameter("keys", keys)
          .getResultList()
          .forEach(row -> known.put((String) row[0], (UUID) row[1]));
    }
    if (hasChanges()) {
      findWithdrawn(kind, keys);
    }
  }

  private void findWithdrawn(RecordType kind, String... keys) {
    for (String key : keys) {
      withdrawnOfLine.put(kind.word() + " " + key, null);
    }
    database()
        .createQuery(
            "select c.thingKey, c.thingId from RecordChange c where one_of(:keys, c.thingKey) and c.thingKind = :kind"
                + " order by c.revisionNumber",
            Object[].class)
        .setParameter("keys", keys)
        .setParameter("kind", kind.kind())
        .getResultList()
        .forEach(row -> withdrawnOfLine.put(kind.word() + " " + row[0], (UUID) row[1]));
  }

  private void findPast(UUID... all) {
    for (UUID id : all) {
      pastOfLine.put(id, Past.NONE);
    }
    database()
        .createQuery(
            "select distinct c.thingId, c.thingKind, c.thingKey from RecordChange c where one_of(:ids, c.thingId)",
            Object[].class)
        .setParameter("ids", all)
        .getResultList()
        .forEach(
            row -> pastOfLine.put((UUID) row[0], new Past((ThingKind) row[1], (String) row[2])));
  }

  /**
   * What the record has, or had, with an id: both stay for good.
   *
   * @param kind null where there never was anything
   * @param key null where there never was one
   */
  private record Past(@Nullable ThingKind kind, @Nullable String key) {

    static final Past NONE = new Past(null, null);
  }

  /** The key of what the record has, or had, with an id; null where it is nothing of this kind. */
  @Nullable String keyOf(RecordType kind, UUID id) {
    Past past = past(id);
    return past.kind() == kind.kind() ? past.key() : null;
  }

  private Map<String, UUID> inRecord(RecordType kind) {
    return ofRecord.computeIfAbsent(kind, any -> new HashMap<>());
  }

  private Map<String, UUID> inDocument(RecordType kind) {
    return ofDocument.computeIfAbsent(kind, any -> new HashMap<>());
  }

  /** The id of what a line records, by its id or its key; null where it is new. */
  @Nullable UUID existing(RecordType kind, JsonNode line) {
    if (!line.hasNonNull("id")) {
      return line.hasNonNull("key") ? inRecord(kind, line.path("key").asText()) : null;
    }
    UUID id = UUID.fromString(line.path("id").asText());
    return isInRecord(kind.entityName(), id) ? id : null;
  }

  /** Whether something has a key, or had it: in the record or earlier in the document. */
  boolean isTaken(RecordType kind, String key) {
    return declared(kind, key) != null
        || inRecord(kind, key) != null
        || withdrawn(kind, key) != null;
  }

  /** The id of what had this key before it was withdrawn; null where nothing had. */
  @Nullable UUID withdrawn(RecordType kind, String key) {
    if (!RecordEntity.isKey(key) || !hasChanges()) {
      return null;
    }
    String named = kind.word() + " " + key;
    if (!withdrawnOfLine.containsKey(named)) {
      findWithdrawn(kind, key);
    }
    return withdrawnOfLine.get(named);
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
    ThingKind kind = past(id).kind();
    if (kind == null || kind == ThingKind.PARTICIPATION || kind == ThingKind.LINK) {
      return null;
    }
    Object[] row =
        database()
            .unwrap(Session.class)
            .createNativeQuery(
                "select min(h.created_at) as first_time, max(h.version) + 1 as next_version from history.%s h where h.id = :id"
                    .formatted(kind.name().toLowerCase(Locale.ROOT)),
                Object[].class)
            .addScalar("first_time", Instant.class)
            .addScalar("next_version", Integer.class)
            .setParameter("id", id)
            .getSingleResult();
    return row[0] == null ? null : new Earlier((Instant) row[0], (Integer) row[1]);
  }

  private Past past(UUID id) {
    if (!hasChanges()) {
      return Past.NONE;
    }
    if (!pastOfLine.containsKey(id)) {
      findPast(id);
    }
    return pastOfLine.getOrDefault(id, Past.NONE);
  }

  private boolean hasChanges() {
    return recordHasSome.computeIfAbsent(RecordChange.class.getSimpleName(), this::hasSome);
  }

  private @Nullable UUID declared(RecordType kind, String key) {
    UUID inLine = ofLine.getOrDefault(kind, Map.of()).get(key);
    return inLine == null ? ofDocument.getOrDefault(kind, Map.of()).get(key) : inLine;
  }

  /**
   * Reserves the key and the id of a thing, with a fault where one is in use by another thing, or
   * where the thing had another key.
   */
  void declare(RecordType kind, JsonPart part) {
    DocumentPart before = amended.parts().get(part.id());
    UUID earlier = declared(kind, part.key());
    String known = keyOf(kind, part.id());
    if (earlier != null && !earlier.equals(NOBODY)) {
      part.fault(
          "key",
          FaultKind.TAKEN,
          "\"%s\" is the key of an earlier %s of this document."
              .formatted(part.key(), kind.word()));
    } else if (before != null) {
      if (!part.key().equals(before.key())) {
        part.fault("key", "It has the key \"%s\", and keys are permanent.".formatted(before.key()));
      }
    } else if (known != null && !part.key().equals(known)) {
      part.fault(
          "key",
          "What has this id has, or had, the key \"%s\", and keys are permanent.".formatted(known));
    } else if (inRecord(kind, part.key()) != null) {
      part.fault(
          "key",
          FaultKind.TAKEN,
          "The record already has %s with the key \"%s\".".formatted(kind.aWord(), part.key()));
    }
    if (before == null && !revived.contains(part.id()) && merged(kind, part.key()) != null) {
      part.fault(
          "key",
          FaultKind.TAKEN,
          "\"%s\" was merged into another %s, to which it leads: leave this out, or take the merge back."
              .formatted(part.key(), kind.word()));
    } else if (before == null) {
      UUID withdrawn = withdrawn(kind, part.key());
      if (withdrawn != null && !withdrawn.equals(part.id())) {
        part.fault(
            "key",
            FaultKind.TAKEN,
            "\"%s\" was the key of another %s, which was withdrawn: a key stays its thing's for good."
                .formatted(part.key(), kind.word()));
      }
    }
    ofLine.computeIfAbsent(kind, any -> new HashMap<>()).put(part.key(), part.id());
    declareId(kind.entityName(), part);
  }

  /**
   * Remembers the key of a line that has faults, so that later lines which name it have none for
   * that.
   *
   * @param word what the line says that it records; anything
   */
  void mention(String word, String key) {
    RecordType.of(word).ifPresent(kind -> inDocument(kind).putIfAbsent(key, NOBODY));
  }

  /** Takes the id of a new thing that has no key. */
  void declareId(String entityName, JsonPart part) {
    UUID id = part.id();
    if (isInDocument(id) || !idsOfLine.add(id)) {
      part.fault(
          "id",
          FaultKind.TAKEN,
          "%s is the id of something earlier in this document.".formatted(id));
    } else if (!amended.ids().contains(id)
        && ((!freedIds.contains(id) && isInRecord(entityName, id))
            || isOfAnotherKind(entityName, id))) {
      part.fault(
          "id", FaultKind.TAKEN, "The record already has something with the id %s.".formatted(id));
    }
  }

  /** Whether the record has, or had, something else with an id. */
  private boolean isOfAnotherKind(String entityName, UUID id) {
    ThingKind kind = past(id).kind();
    return kind != null && !entityName.equals(entityOf(kind));
  }

  private static String entityOf(ThingKind kind) {
    return switch (kind) {
      case PARTICIPATION -> Participation.class.getSimpleName();
      case LINK -> StatementPair.class.getSimpleName();
      default -> RecordType.of(kind).entityName();
    };
  }

  private boolean isInRecord(String entityName, UUID id) {
    if (inRecordOfLine.containsKey(entityName) && idsForeseen.contains(id)) {
      return inRecordOfLine.get(entityName).contains(id);
    }
    return recordHasSome.computeIfAbsent(entityName, this::hasSome)
        && !database()
            .createQuery("select e.id from " + entityName + " e where e.id = :id", UUID.class)
            .setParameter("id", id)
            .getResultList()
            .isEmpty();
  }

  /** The id for the key in a member, with a fault where it is unknown. */
  UUID find(RecordType kind, JsonPart part, String name) {
    return find(kind, part, name, part.text(name));
  }

  /** The same where the member may be left out. */
  @Nullable UUID findOptional(RecordType kind, JsonPart part, String name) {
    return part.has(name) ? find(kind, part, name) : null;
  }

  /** The ids of what a list names by their keys. */
  List<UUID> findAll(RecordType kind, JsonPart part, String name) {
    List<UUID> found = new ArrayList<>();
    List<String> keys = part.texts(name);
    for (int i = 0; i < keys.size(); i++) {
      found.add(find(kind, part, name + "/" + i, keys.get(i)));
    }
    return found;
  }

  private UUID find(RecordType kind, JsonPart part, String name, String key) {
    UUID found = named(kind, key);
    if (found == null) {
      part.fault(
          name,
          FaultKind.NOT_FOUND,
          "There is no %s with the key \"%s\": record it before, or put its line into the document."
              .formatted(kind.word(), key));
      return NOBODY;
    }
    return found;
  }

  @Nullable UUID inRecord(RecordType kind, String key) {
    // PostgreSQL refuses some texts that no key has, such as one with a zero character.
    if (!RecordEntity.isKey(key)
        || freed.contains(kind.word() + " " + key)
        || !recordHasSome.computeIfAbsent(kind.entityName(), this::hasSome)) {
      return null;
    }
    Map<String, UUID> known = inRecord(kind);
    if (!known.containsKey(key)) {
      database()
          .createQuery(
              "select e.id from " + kind.entityName() + " e where e.key = :key", UUID.class)
          .setParameter("key", key)
          .getResultList()
          .forEach(id -> known.put(key, id));
    }
    return known.get(key);
  }

  /** A first document is loaded without asking an empty record for each of its keys. */
  private boolean hasSome(String entityName) {
    return !database()
        .createQuery("select 1 from " + entityName + " e", Integer.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
