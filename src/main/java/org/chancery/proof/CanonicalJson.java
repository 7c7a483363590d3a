package org.chancery.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8785 writes it: one text for what means the same. Of numbers it knows whole ones
 * only, which is all that the record has.
 */
public final class CanonicalJson {

  private static final String ESCAPED = "\b\t\n\f\r\"\\";
  private static final String ESCAPES = "btnfr\"\\";

  private CanonicalJson() {}

  /**
   * Writes a value.
   *
   * @param value a text, a whole number, a boolean, a list or a map of such values, the same as
   *     Jackson has it, or null
   * @throws IllegalArgumentException where it is something else
   */
  public static String of(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    if (value == null
        || value instanceof Boolean
        || value instanceof Integer
        || value instanceof Long) {
      json.append(value);
    } else if (value instanceof String text) {
      text(text, json);
    } else if (value instanceof List<?> list) {
      String separator = "[";
      for (Object item : list) {
        json.append(separator);
        write(item, json);
        separator = ",";
      }
      json.append(list.isEmpty() ? "[]" : "]");
    } else if (value instanceof Map<?, ?> map) {
      object(map, json);
    } else if (value instanceof JsonNode node) {
      write(plain(node), json);
    } else {
      throw new IllegalArgumentException("JSON of the record has no " + value.getClass());
    }
  }

  private static @Nullable Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, JsonNode> members = new TreeMap<>();
      node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
      return members;
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>(node.size());
      node.forEach(items::add);
      return items;
    }
    return node.isTextual()
        ? node.textValue()
        : node.isBoolean() ? node.booleanValue() : node.numberValue();
  }

  /** Members in the order of their names' UTF-16 code units, which is that of Java. */
  private static void object(Map<?, ?> map, StringBuilder json) {
    Map<?, ?> sorted = map instanceof SortedMap ? map : new TreeMap<>(map);
    String separator = "{";
    for (Map.Entry<?, ?> member : sorted.entrySet()) {
      json.append(separator);
      text((String) member.getKey(), json);
      json.append(':');
      write(member.getValue(), json);
      separator = ",";
    }
    json.append(sorted.isEmpty() ? "{}" : "}");
  }

  private static void text(String text, StringBuilder json) {
    json.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      if (one < ' ' || one == '"' || one == '\\') {
        json.append(text, written, i);
        written = i + 1;
        int escape = ESCAPED.indexOf(one);
        if (escape >= 0) {
          json.append('\\').append(ESCAPES.charAt(escape));
        } else {
          json.append("\\u%04x".formatted((int) one));
        }
      }
    }
    json.append(text, written, text.length()).append('"');
  }
}
