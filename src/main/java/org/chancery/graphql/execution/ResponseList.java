package org.chancery.graphql.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.execution.ResultPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list in an answer. */
final class ResponseList extends ResponsePart {

  private final ResponsePart owner;
  private final boolean itemsNonNull;

  ResponseList(ResponsePart parent, int place, int size, boolean itemsNonNull) {
    super(parent, place, size);
    this.owner = parent;
    this.itemsNonNull = itemsNonNull;
  }

  @Override
  ResponseObject object() {
    return owner.object();
  }

  @Override
  boolean isNonNull(int at) {
    return itemsNonNull;
  }

  @Override
  ResultPath pathOf(ResultPath own, int at) {
    return own.segment(at);
  }

  @Override
  public void write(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (int at = 0; at < size(); at++) {
      write(json, value(at));
    }
    json.writeEndArray();
  }

  @Override
  List<@Nullable Object> plain() {
    List<@Nullable Object> items = new ArrayList<>(size());
    for (int at = 0; at < size(); at++) {
      items.add(plain(value(at)));
    }
    return items;
  }
}
