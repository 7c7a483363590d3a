package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line without what one revision did to it: the parts that the revision changed are again as they
 * were before it, and all others stay as they are now.
 */
final class UndoneLine {

  private static final List<String> CARRIED =
      List.of("participations", "accounts", "statements", "links");

  private final Map<UUID, DocumentPart> before;
  private final Map<UUID, DocumentPart> after;
  private final Map<UUID, DocumentPart> now;
  private final Map<String, ObjectNode> nodesBefore = new HashMap<>();
  private final Map<String, ObjectNode> nodesAfter = new HashMap<>();
  private final Map<String, ObjectNode> nodesNow = new HashMap<>();
  private final Set<UUID> undone;

  /**
   * Compares a line's three states.
   *
   * @param before the revision; null where the line was not there
   * @param after the revision; the same
   * @param now the same
   */
  UndoneLine(@Nullable ObjectNode before, @Nullable ObjectNode after, @Nullable ObjectNode now) {
    this.before = parts(before);
    this.after = parts(after);
    this.now = parts(now);
    index(before, nodesBefore);
    index(after, nodesAfter);
    index(now, nodesNow);
    this.undone = DocumentPart.differing(this.before, this.after);
  }

  private static Map<UUID, DocumentPart> parts(@Nullable ObjectNode line) {
    Map<UUID, DocumentPart> parts = line == null ? Map.of() : DocumentPart.of(line);
    // Where one stands is told by all of them together.
    parts.values().forEach(part -> part.members().remove("position"));
    return parts;
  }

  private static void index(@Nullable JsonNode node, Map<String, ObjectNode> nodes) {
    if (node instanceof ObjectNode thing && thing.hasNonNull("id")) {
      nodes.put(thing.path("id").asText(), thing);
      CARRIED.forEach(carried -> thing.path(carried).forEach(one -> index(one, nodes)));
    }
  }

  /** What the revision changed and was changed again since: it cannot be undone. */
  List<DocumentPart> changedSince(UUID line) {
    Set<UUID> since = DocumentPart.differing(after, now);
    // What is taken out, or brought back, is so as a whole.
    if (before.containsKey(line) && after.containsKey(line)) {
      since.retainAll(undone);
    }
    return since.stream()
        .map(id -> Objects.requireNonNullElseGet(now.get(id), () -> part(id)))
        .toList();
  }

  private DocumentPart part(UUID id) {
    DocumentPart part = after.get(id);
    return part == null ? Objects.requireNonNull(before.get(id)) : part;
  }

  /** The line as it shall be; null where it shall not be there. */
  @Nullable ObjectNode line(UUID id) {
    return isThere(id.toString()) ? built(id.toString()) : null;
  }

  private boolean isUndone(String id) {
    return undone.contains(UUID.fromString(id));
  }

  private boolean isThere(String id) {
    return (isUndone(id) ? nodesBefore : nodesNow).containsKey(id);
  }

  /** The state of a thing that counts for its own members. */
  private ObjectNode own(String id) {
    return Objects.requireNonNull((isUndone(id) ? nodesBefore : nodesNow).get(id));
  }

  private ObjectNode built(String id) {
    ObjectNode own = own(id);
    ObjectNode thing = own.deepCopy();
    for (String carried : CARRIED) {
      if (carried.equals("statements") && !own.path(carried).path(0).isObject()) {
        // A link names its statements, and carries none.
        continue;
      }
      // The carrier says in which order, but of participations and links, which are no part of it.
      List<String> ids = new ArrayList<>();
      if (carried.equals("participations") || carried.equals("links")) {
        ids.addAll(ofBoth(id, carried));
      } else {
        own.path(carried).forEach(one -> ids.add(one.path("id").asText()));
      }
      thing.remove(carried);
      ArrayNode things = thing.putArray(carried);
      ids.stream().filter(this::isThere).forEach(one -> things.add(built(one)));
      if (things.isEmpty()) {
        thing.remove(carried);
      }
    }
    return thing;
  }

  /**
   * What a carrier has in both states: in the order of before where some of them come back, or
   * changed their places, and behind those what was added since.
   */
  private List<String> ofBoth(String id, String carried) {
    List<String> then = ids(nodesBefore, id, carried);
    List<String> today = ids(nodesNow, id, carried);
    List<String> changed = ids(nodesAfter, id, carried);
    boolean isOrderOfBefore =
        then.stream().anyMatch(one -> isUndone(one) && !today.contains(one))
            || !common(then, changed).equals(common(changed, then));
    return Stream.concat(
            (isOrderOfBefore ? then : today).stream(), (isOrderOfBefore ? today : then).stream())
        .distinct()
        .toList();
  }

  private static List<String> common(List<String> ids, List<String> others) {
    Set<String> both = new HashSet<>(others);
    return ids.stream().filter(both::contains).toList();
  }

  private static List<String> ids(Map<String, ObjectNode> nodes, String id, String carried) {
    List<String> ids = new ArrayList<>();
    ObjectNode carrier = nodes.get(id);
    if (carrier != null) {
      carrier.path(carried).forEach(one -> ids.add(one.path("id").asText()));
    }
    return ids;
  }
}
