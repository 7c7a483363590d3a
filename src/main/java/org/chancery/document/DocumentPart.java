package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * A thing with an id as a line has it, without its id and the things that it carries.
 *
 * @param key null where it has none
 * @param members with the keys of what it carries, in their order; of what has no key, with its
 *     place
 */
record DocumentPart(ThingKind kind, UUID id, @Nullable String key, ObjectNode members) {

  /** All that a line in canonical form records, by id, the thing itself first. */
  static Map<UUID, DocumentPart> of(JsonNode line) {
    Map<UUID, DocumentPart> parts = new LinkedHashMap<>();
    add(parts, RecordType.of(line.path("type").asText()).orElseThrow().kind(), line);
    int place = 1;
    for (JsonNode participation : line.path("participations")) {
      add(parts, ThingKind.PARTICIPATION, participation).members().put("position", place++);
    }
    for (JsonNode account : line.path("accounts")) {
      add(parts, ThingKind.ACCOUNT, account);
    }
    for (JsonNode account : line.path("accounts")) {
      for (JsonNode statement : account.path("statements")) {
        add(parts, ThingKind.STATEMENT, statement)
            .members()
            .put("account", account.path("key").asText());
      }
    }
    line.path("links").forEach(link -> add(parts, ThingKind.LINK, link));
    return parts;
  }

  /** The ids of those that are new, changed or gone. */
  static Set<UUID> differing(Map<UUID, DocumentPart> before, Map<UUID, DocumentPart> after) {
    Set<UUID> all = new LinkedHashSet<>(after.keySet());
    all.addAll(before.keySet());
    all.removeIf(id -> Objects.equals(before.get(id), after.get(id)));
    return all;
  }

  private static DocumentPart add(Map<UUID, DocumentPart> parts, ThingKind kind, JsonNode thing) {
    ObjectNode members =
        ((ObjectNode) thing.deepCopy())
            .remove(List.of("type", "id", "participations", "accounts", "statements", "links"));
    if (kind == ThingKind.LINK) {
      members.set("statements", thing.path("statements"));
    }
    for (String carried : List.of("accounts", "statements")) {
      if (thing.path(carried).path(0).has("key")) {
        ArrayNode keys = members.putArray(carried);
        thing.path(carried).forEach(one -> keys.add(one.path("key").asText()));
      }
    }
    // Which words they are is said by the words.
    members.path("quotations").forEach(quotation -> ((ObjectNode) quotation).remove("id"));
    UUID id = UUID.fromString(thing.path("id").asText());
    String key = thing.hasNonNull("key") ? thing.path("key").asText() : null;
    DocumentPart part = new DocumentPart(kind, id, key, members);
    parts.put(id, part);
    return part;
  }
}
