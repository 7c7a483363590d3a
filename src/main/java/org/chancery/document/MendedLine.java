package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line with something else in the place of each fault of form. The rules are checked in it, so
 * that all faults of a line are told at once; it is never written.
 */
final class MendedLine {

  private static final Pattern CARRIES_STATEMENTS =
      Pattern.compile("/accounts(/\\d+(/statements)?)?");

  private final DocumentSchema schema;
  private final Set<String> faulty;
  private final Set<String> replaced = new HashSet<>();

  /** What is above one of those. */
  private final Set<String> above = new HashSet<>();

  private final ObjectNode line;

  /** Stands for any text, a date too, and is another each time, so that nothing is there twice. */
  private int year = 2000;

  /**
   * Mends a line of a type that the schema has.
   *
   * @param faulty the places (RFC 6901) of the values that have not their form
   */
  MendedLine(ObjectNode given, DocumentSchema schema, Set<String> faulty) {
    this.schema = schema;
    this.faulty = faulty;
    this.line = object(given, schema.ofLine(given), "");
    leaveOutWhatDependsOnIt();
  }

  ObjectNode line() {
    return line;
  }

  /** Whether there is something else at a place, above or below it. */
  boolean isReplaced(String path) {
    boolean isIn = replaced.contains(path);
    for (int end = path.lastIndexOf('/'); end >= 0 && !isIn; end = path.lastIndexOf('/', end - 1)) {
      isIn = replaced.contains(path.substring(0, end));
    }
    return isIn || above.contains(path);
  }

  private void replace(String path) {
    replaced.add(path);
    int end = path.lastIndexOf('/');
    while (end >= 0 && above.add(path.substring(0, end))) {
      end = path.lastIndexOf('/', end - 1);
    }
  }

  private ObjectNode object(JsonNode given, JsonNode form, String path) {
    ObjectNode mended = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : form.path("properties").properties()) {
      String name = member.getKey();
      JsonNode of = schema.resolved(member.getValue());
      JsonNode value = given.has(name) ? value(given.path(name), of, path + "/" + name) : null;
      if (value == null && isNeeded(name, of, given, form)) {
        replace(path + "/" + name);
        value = anything(of, path + "/" + name);
      }
      if (value != null) {
        mended.set(name, value);
      }
    }
    return mended;
  }

  /** A choice that was made, though a wrong one, has to be made for others to be possible. */
  private static boolean isNeeded(String name, JsonNode of, JsonNode given, JsonNode form) {
    return (given.has(name) && of.has("enum"))
        || form.path("required").valueStream().anyMatch(one -> one.asText().equals(name));
  }

  /** Null where it has not its form. */
  private @Nullable JsonNode value(JsonNode given, JsonNode form, String path) {
    if (faulty.contains(path)) {
      replace(path);
      return null;
    }
    if (given.isObject()) {
      return object(given, form, path);
    }
    if (given.isArray()) {
      JsonNode of = schema.resolved(form.path("items"));
      ArrayNode mended = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < given.size(); i++) {
        JsonNode item = value(given.path(i), of, path + "/" + i);
        mended.add(item == null ? anything(of, path + "/" + i) : item);
      }
      return mended;
    }
    return given;
  }

  /** What has this form. */
  private JsonNode anything(JsonNode form, String path) {
    if (form.has("enum")) {
      return form.path("enum").path(0);
    }
    return switch (form.path("type").asText()) {
      case "object" -> object(JsonNodeFactory.instance.objectNode(), form, path);
      case "array" -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        JsonNode of = schema.resolved(form.path("items"));
        for (int i = 0; i < form.path("minItems").asInt(); i++) {
          array.add(anything(of, path + "/" + i));
        }
        yield array;
      }
      case "integer" -> IntNode.valueOf(form.path("minimum").asInt());
      default -> TextNode.valueOf(String.valueOf(year++));
    };
  }

  /** Where words stand in a text is no question without the text. */
  private void leaveOutWhatDependsOnIt() {
    for (int a = 0; a < line.path("accounts").size(); a++) {
      String account = "/accounts/" + a;
      for (int s = 0; s < line.at(account + "/statements").size(); s++) {
        String place = account + "/statements/" + s;
        ObjectNode statement = (ObjectNode) line.at(place);
        if (isReplaced(account + "/text") || isReplaced(place + "/anchor")) {
          statement.remove("anchor");
        }
        if (isReplaced(place + "/text") || isReplaced(place + "/quotations")) {
          statement.remove("quotations");
          statement.put("mode", "INDIRECT");
        }
      }
    }
    if (replaced.stream().anyMatch(path -> CARRIES_STATEMENTS.matcher(path).matches())) {
      line.remove("links");
    }
  }
}
