package org.chancery.graphql.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import graphql.execution.ResultPath;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of an answer: a value for each field that is asked of it. */
public final class ResponseObject extends ResponsePart {

  private static final JsonFactory JSON = new JsonFactory();

  private final Selection selection;
  private final @Nullable Object source;

  ResponseObject(
      @Nullable ResponsePart parent, int place, Selection selection, @Nullable Object source) {
    super(parent, place, selection.fields().size());
    this.selection = selection;
    this.source = source;
  }

  /** The source of the fields; null for the query itself. */
  @Nullable Object source() {
    return source;
  }

  Selection selection() {
    return selection;
  }

  @Override
  ResponseObject object() {
    return this;
  }

  @Override
  boolean isNonNull(int at) {
    return selection.fields().get(at).isNonNull();
  }

  @Override
  ResultPath pathOf(ResultPath own, int at) {
    return own.segment(selection.fields().get(at).key().getValue());
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (int at = 0; at < size(); at++) {
      json.writeFieldName(selection.fields().get(at).key());
      write(json, value(at));
    }
    json.writeEndObject();
  }

  /** The same as a text. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  /** Its values by their names in the answer, as maps and lists. */
  @Override
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int at = 0; at < size(); at++) {
      members.put(selection.fields().get(at).key().getValue(), plain(value(at)));
    }
    return members;
  }
}
