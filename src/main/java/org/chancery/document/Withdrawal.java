package org.chancery.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that says that a thing is no longer in the record.
 *
 * @param id null where only its key is given
 * @param into the key of the thing that it was found to be, to which it leads; null where it was
 *     withdrawn
 */
record Withdrawal(RecordType of, @Nullable UUID id, String key, @Nullable String into) {

  static final String TYPE = "withdrawal";

  static boolean isOne(JsonNode line) {
    return line.path("type").asText().equals(TYPE);
  }

  /** Of a line that has the form. */
  static Withdrawal of(JsonNode line) {
    return new Withdrawal(
        RecordType.of(line.path("of").asText()).orElseThrow(),
        line.has("id") ? UUID.fromString(line.path("id").asText()) : null,
        line.path("key").asText(),
        line.has("into") ? line.path("into").asText() : null);
  }
}
