package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.revision.ThingKind;
import org.jspecify.annotations.Nullable;

/**
 * A thing with an id as a line has it, without its id and the things that it carries.
 *
 * @param key null where it has none
 * @param members where it is carried, with its place there
 */
record DocumentPart(ThingKind kind, UUID id, @Nullable String key, ObjectNode members) {

  /** All that a line in canonical form records, by id, the thing itself first. */
  static Map<UUID, DocumentPart> of(JsonNode line) {
    Map<UUID, DocumentPart> parts = new LinkedHashMap<>();
    add(parts, RecordType.of(line.path("type").asText()).orElseThrow().kind(), line);
    addInOrder(parts, ThingKind.PARTICIPATION, line.path("participations"), nowhere());
    addInOrder(parts, ThingKind.ACCOUNT, line.path("accounts"), nowhere());
    for (JsonNode account : line.path("accounts")) {
      addInOrder(
          parts,
          ThingKind.STATEMENT,
          account.path("statements"),
          nowhere().put("account", account.path("key").asText()));
    }
    line.path("links").forEach(link -> add(parts, ThingKind.LINK, link));
    return parts;
  }

  private static ObjectNode nowhere() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void addInOrder(
      Map<UUID, DocumentPart> parts, ThingKind kind, JsonNode things, ObjectNode carrier) {
    for (int at = 0; at < things.size(); at++) {
      ObjectNode members = add(parts, kind, things.get(at)).members();
      members.setAll(carrier);
      members.put("position", at + 1);
    }
  }

  private static DocumentPart add(Map<UUID, DocumentPart> parts, ThingKind kind, JsonNode thing) {
    ObjectNode members =
        ((ObjectNode) thing.deepCopy())
            .remove(List.of("type", "id", "participations", "accounts", "statements", "links"));
    if (kind == ThingKind.LINK) {
      members.set("statements", thing.path("statements"));
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
