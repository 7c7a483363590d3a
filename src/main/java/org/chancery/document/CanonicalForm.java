package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.stream.StreamSupport;

/**
 * The one form in which what means the same is written: members in the order of the schema, lists
 * that are empty left out, lines of a text ended by a line feed, the two ends of a link sorted.
 */
final class CanonicalForm {

  private final DocumentSchema schema;

  CanonicalForm(DocumentSchema schema) {
    this.schema = schema;
  }

  /** A valid line in this form. */
  ObjectNode of(JsonNode line) {
    ObjectNode written = object(line, schema.ofLine(line));
    for (JsonNode link : written.path("links")) {
      ((ObjectNode) link).set("statements", sorted(link.path("statements")));
    }
    return written;
  }

  private JsonNode value(JsonNode value, JsonNode declared) {
    JsonNode form = schema.resolved(declared);
    if (value.isObject()) {
      return object(value, form);
    }
    if (value.isArray()) {
      ArrayNode written = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> written.add(value(item, form.path("items"))));
      return written;
    }
    if (value.isNumber()) {
      // JSON Schema takes 27.0 for a whole number.
      return IntNode.valueOf(value.intValue());
    }
    return value.isTextual() ? TextNode.valueOf(withPlainLines(value.asText())) : value;
  }

  private ObjectNode object(JsonNode node, JsonNode form) {
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    form.path("properties")
        .properties()
        .forEach(
            member -> {
              JsonNode value = node.path(member.getKey());
              if (!value.isMissingNode() && !(value.isArray() && value.isEmpty())) {
                written.set(member.getKey(), value(value, member.getValue()));
              }
            });
    return written;
  }

  /** A line that ends as on Windows ends as everywhere else; offsets count it as one character. */
  static String withPlainLines(String text) {
    return text.replace("\r\n", "\n");
  }

  private static ArrayNode sorted(JsonNode texts) {
    ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
    StreamSupport.stream(texts.spliterator(), false)
        .map(JsonNode::asText)
        .sorted()
        .forEach(sorted::add);
    return sorted;
  }
}
