package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code document.schema.json} says of the lines.
 *
 * @param root the whole of it
 */
record DocumentSchema(JsonNode root) {

  /** The form of lines of the same type; missing where there is none. */
  JsonNode ofLine(JsonNode line) {
    return root.path("$defs").path(line.path("type").asText());
  }

  /** Where it only names a definition, that. */
  JsonNode resolved(JsonNode form) {
    String definition = form.path("$ref").asText();
    return definition.isEmpty() ? form : root.at(definition.substring(1));
  }
}
