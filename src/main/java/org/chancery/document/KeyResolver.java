package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.chancery.document.RecordedThings.Thing;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * Which keys and ids are taken while a document is loaded: by the record, by the lines so far, or
 * by the line that is being loaded, which is kept or dropped as a whole.
 */
final class KeyResolver {

  /** Placeholder for an unknown key: there is a fault then, and nothing is written. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final RecordedThings things;
  private final Map<RecordType, Map<String, UUID>> ofDocument = new EnumMap<>(RecordType.class);
  private final Set<UUID> ids = new HashSet<>();
  private final Set<UUID> takenOut = new HashSet<>();
  private final Set<UUID> revived = new HashSet<>();
  private final Map<String, UUID> mergedKeys = new HashMap<>();

  /** What the lines so far have made of one thing another. */
  private final Map<UUID, UUID> mergedIds = new HashMap<>();

  /** The keys of what the lines so far have of things that others can be merged into, by its id. */
  private final Map<UUID, String> mergeable = new HashMap<>();

  /** What lines so far no longer have, whether they were written or only looked at for faults. */
  private final Set<UUID> freed = new HashSet<>();

  // Of the line that is being loaded.
  private final Map<RecordType, Map<String, UUID>> ofLine = new EnumMap<>(RecordType.class);
  private final Set<UUID> idsOfLine = new HashSet<>();
  private ExistingThing amended = ExistingThing.NOTHING;

  KeyResolver(RowWriter rows) {
    this.things = new RecordedThings(rows);
  }

  /** Whether the record was asked for what a line names. */
  boolean isForeseen(ObjectNode line) {
    return things.isForeseen(line);
  }

  /** Asks the record at once for what the next lines name. */
  void foresee(Collection<ObjectNode> lines) {
    things.foresee(lines);
  }

  /** A line begins: the record is asked for it where that was not done. */
  void begin(ObjectNode line) {
    things.begin(line);
  }

  /** The same of keys that may be given to what has none. */
  void foreseeKeys(Collection<String> keys) {
    things.ask(keys);
  }

  /** An id for what is new. */
  UUID newId() {
    return things.newId();
  }

  /** A line has taken something out of the record, with all that it carries. */
  void takeOut(RecordType kind, ExistingThing gone, UUID id, @Nullable UUID kept) {
    free(gone);
    takenOut.add(id);
    if (kept != null) {
      things.noteMerge();
      mergedKeys.put(kind.word() + " " + gone.lineOrMissing().path("key").asText(), kept);
      mergedIds.put(id, kept);
    }
  }

  /** What something has is for others to take. */
  void free(ExistingThing gone) {
    begin(gone);
    keep();
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
    return things.hasMerged();
  }

  /** The id of the thing that something with this key was merged into; null where it was not. */
  private @Nullable UUID merged(RecordType kind, String key) {
    if (!hasMerged()) {
      return null;
    }
    UUID kept =
        mergedKeys.computeIfAbsent(kind.word() + " " + key, any -> things.merged(kind, key));
    while (kept != null && mergedIds.containsKey(kept)) {
      kept = mergedIds.get(kept);
    }
    // It can be gone by now.
    return kept != null && (mergeable.containsKey(kept) || isInRecord(kept)) ? kept : null;
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
    String recorded = kept == null ? null : mergeable.getOrDefault(kept, keyOf(kind, kept));
    return recorded == null ? key : recorded;
  }

  /** A line begins of which the record has this already. */
  void begin(ExistingThing existing) {
    drop();
    amended = existing;
  }

  /** The line is written: what it declares is taken, and what it no longer has is free. */
  void keep() {
    ofLine.forEach(
        (kind, keys) -> {
          inDocument(kind).putAll(keys);
          if (Merge.isOf(kind)) {
            keys.forEach((key, id) -> mergeable.put(id, key));
          }
        });
    ids.addAll(idsOfLine);
    amended.ids().stream().filter(id -> !idsOfLine.contains(id)).forEach(freed::add);
    freed.removeAll(idsOfLine);
    drop();
  }

  /** The line has faults: nothing of it counts. */
  void drop() {
    ofLine.clear();
    idsOfLine.clear();
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
    Thing thing = things.of(id);
    return thing != null && thing.isOf(kind) && isInRecord(id) ? id : null;
  }

  /** Whether something has a key, or had it: in the record or earlier in the document. */
  boolean isTaken(RecordType kind, String key) {
    return declared(kind, key) != null || things.of(kind, key) != null;
  }

  /** The id of what has this key, or had it before it was withdrawn; null where nothing had. */
  @Nullable UUID everOf(RecordType kind, String key) {
    Thing thing = things.of(kind, key);
    return thing == null ? null : thing.id();
  }

  /** The key of what the record has, or had, with an id; null where it is nothing of this kind. */
  @Nullable String keyOf(RecordType kind, UUID id) {
    Thing thing = things.of(id);
    return thing == null || !thing.isOf(kind) ? null : thing.key();
  }

  /** How something is known that is recorded again; null where it is new. */
  RecordedThings.@Nullable Earlier earlier(UUID id) {
    return things.earlier(id);
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
    String known = before == null ? keyOf(kind, part.id()) : null;
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
      UUID earlierOne = everOf(kind, part.key());
      if (earlierOne != null && !earlierOne.equals(part.id())) {
        part.fault(
            "key",
            FaultKind.TAKEN,
            "\"%s\" was the key of another %s, which was withdrawn: a key stays its thing's for good."
                .formatted(part.key(), kind.word()));
      }
    }
    ofLine.computeIfAbsent(kind, any -> new HashMap<>()).put(part.key(), part.id());
    declareId(kind.kind(), part);
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

  /** Takes the id of a thing. */
  void declareId(ThingKind kind, JsonPart part) {
    declareId(part, id -> isInRecord(id) || isOfAnotherKind(kind, id));
  }

  /** Takes the id of a quotation, which nothing else has either. */
  void declareQuotation(JsonPart part) {
    declareId(
        part, id -> (things.hasQuotation(id) && !freed.contains(id)) || things.of(id) != null);
  }

  private void declareId(JsonPart part, Predicate<UUID> isTaken) {
    UUID id = part.id();
    if (isInDocument(id) || !idsOfLine.add(id)) {
      part.fault(
          "id",
          FaultKind.TAKEN,
          "%s is the id of something earlier in this document.".formatted(id));
    } else if (!amended.ids().contains(id) && isTaken.test(id)) {
      part.fault(
          "id", FaultKind.TAKEN, "The record already has something with the id %s.".formatted(id));
    }
  }

  /** Whether the record has, or had, something else with an id. */
  private boolean isOfAnotherKind(ThingKind kind, UUID id) {
    Thing thing = things.of(id);
    return thing != null && thing.kind() != kind;
  }

  private boolean isInRecord(UUID id) {
    Thing thing = things.of(id);
    return thing != null && thing.isThere() && !freed.contains(id);
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

  /** The id of what the record has with this key; null where it has nothing. */
  @Nullable UUID inRecord(RecordType kind, String key) {
    Thing thing = things.of(kind, key);
    return thing != null && isInRecord(thing.id()) ? thing.id() : null;
  }
}
