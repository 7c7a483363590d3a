package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Makes one of two things that are one: whatever names the one that goes names the one that stays.
 */
final class Merge {

  /** Members that name things, by the type of those. */
  private static final Map<RecordType, Set<String>> NAMING =
      Map.of(
          RecordType.PARTY, Set.of("party", "host", "initiator", "onBehalfOf", "side"),
          RecordType.TOPIC, Set.of("topics"),
          RecordType.PARTICIPANT, Set.of("participant"),
          RecordType.EVENT, Set.of("event"));

  private static final Map<String, RecordType> TYPES =
      NAMING.entrySet().stream()
          .flatMap(type -> type.getValue().stream().map(member -> Map.entry(member, type.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** Lists in which nobody stands twice. */
  private static final Set<String> ONCE = Set.of("/participations", "/speakers", "/addressees");

  private final EntityManager entities;
  private final RecordType type;
  private final String kept;
  private final String merged;

  /**
   * Makes one of two.
   *
   * @param kept the key of the one that stays
   * @param merged the key of the one that goes
   */
  Merge(EntityManager entities, RecordType type, String kept, String merged) {
    this.entities = entities;
    this.type = type;
    this.kept = kept;
    this.merged = merged;
  }

  /** Whether two things of a type can be found to be one. */
  static boolean isOf(RecordType type) {
    return NAMING.containsKey(type);
  }

  /** The ids of the lines that name the one that goes, by their type. */
  Map<RecordType, Set<UUID>> lines(UUID id) {
    Map<RecordType, Set<UUID>> lines = new EnumMap<>(RecordType.class);
    for (RecordType.Naming naming : type.namedBy().values()) {
      lines
          .computeIfAbsent(naming.line(), any -> new LinkedHashSet<>())
          .addAll(
              entities
                  .createQuery(
                      "select distinct %s from %s".formatted(naming.id(), naming.from()),
                      UUID.class)
                  .setParameter("id", id)
                  .getResultList());
    }
    return lines;
  }

  /**
   * Has a line name things by other keys.
   *
   * @param keys what to name a thing by, from its type and its key in the line
   */
  static void rename(JsonNode node, BiFunction<RecordType, String, String> keys) {
    if (node instanceof ObjectNode thing) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(thing.properties())) {
        RecordType named = TYPES.get(member.getKey());
        JsonNode value = member.getValue();
        if (named == null) {
          rename(value, keys);
        } else if (value.isTextual()) {
          thing.put(member.getKey(), keys.apply(named, value.asText()));
        } else if (value instanceof ArrayNode list) {
          rename(list, key -> keys.apply(named, key));
        }
      }
    } else {
      node.forEach(one -> rename(one, keys));
    }
  }

  /** Whether a member names things. */
  static boolean isNaming(String member) {
    return TYPES.containsKey(member);
  }

  /**
   * Has a line name the one that stays.
   *
   * @return where it named both as what can be named once, as pointers: that has to be decided
   *     first
   */
  List<String> rename(ObjectNode line) {
    List<String> collisions = new ArrayList<>();
    rename(line, "", collisions);
    return collisions;
  }

  private void rename(JsonNode node, String pointer, List<String> collisions) {
    if (node instanceof ObjectNode thing) {
      for (Map.Entry<String, JsonNode> member : List.copyOf(thing.properties())) {
        String at = pointer + "/" + member.getKey();
        JsonNode value = member.getValue();
        if (!NAMING.getOrDefault(type, Set.of()).contains(member.getKey())) {
          rename(value, at, collisions);
        } else if (value.isTextual() && value.asText().equals(merged)) {
          thing.put(member.getKey(), kept);
        } else if (value instanceof ArrayNode keys) {
          rename(keys, key -> key.equals(merged) ? kept : key);
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        rename(list.get(i), pointer + "/" + i, collisions);
      }
      if (ONCE.stream().anyMatch(pointer::endsWith)) {
        collide(list, pointer, collisions);
      }
    }
  }

  /** What is about both is about the one. */
  private static void rename(ArrayNode keys, UnaryOperator<String> name) {
    Set<String> renamed = new LinkedHashSet<>();
    keys.forEach(key -> renamed.add(name.apply(key.asText())));
    keys.removeAll();
    renamed.forEach(key -> keys.add(TextNode.valueOf(key)));
  }

  private static void collide(ArrayNode list, String pointer, List<String> collisions) {
    Set<List<String>> seen = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode one = list.get(i);
      if (!seen.add(List.of(one.path("participant").asText(), one.path("party").asText()))) {
        collisions.add(pointer + "/" + i);
      }
    }
  }
}
