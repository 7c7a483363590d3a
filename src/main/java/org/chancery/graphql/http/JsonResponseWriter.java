package org.chancery.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.chancery.graphql.execution.ResponsePart;
import org.jspecify.annotations.Nullable;

/**
 * Writes an answer's maps, lists and values as JSON, in the order that the client asked for them.
 */
public final class JsonResponseWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonResponseWriter() {}

  /** The JSON of an object. */
  public static Buffer of(Map<String, ? extends @Nullable Object> answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8 * 1024);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      write(json, answer);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return Buffer.buffer(bytes.toByteArray());
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof ResponsePart part) {
      part.write(json);
    } else if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof String) {
      json.writePOJO(value);
    } else {
      json.writeString(value.toString());
    }
  }
}
