package org.chancery.graphql.execution;

import com.fasterxml.jackson.core.JsonGenerator;
import graphql.execution.ResultPath;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A composite part of a response: an object with the values of its fields, or a list with its
 * items. It knows its parent, for the paths of errors and for null propagation.
 */
public abstract sealed class ResponsePart permits ResponseObject, ResponseList {

  private final @Nullable ResponsePart parent;
  private final int place;
  private final @Nullable Object[] values;
  private boolean isNull;

  ResponsePart(@Nullable ResponsePart parent, int place, int size) {
    this.parent = parent;
    this.place = place;
    this.values = new Object[size];
  }

  /** The object that this is, or whose field has this list. */
  abstract ResponseObject object();

  /** Whether the schema allows no null there. */
  abstract boolean isNonNull(int at);

  /** The path of the value at this index. */
  abstract ResultPath pathOf(ResultPath own, int at);

  /** Writes the values as JSON. */
  public abstract void write(JsonGenerator json) throws IOException;

  /** The same as maps and lists. */
  abstract Object plain();

  final int size() {
    return values.length;
  }

  final void set(int at, Object value) {
    values[at] = value;
  }

  /** Sets null, which propagates to the parent where the schema allows none. */
  final void setNull(int at) {
    values[at] = null;
    if (isNonNull(at)) {
      isNull = true;
      if (parent != null) {
        parent.setNull(place);
      }
    }
  }

  /** Whether a null has taken its place. */
  final boolean isNull() {
    return isNull;
  }

  final ResultPath path(int at) {
    ResultPath own = parent == null ? ResultPath.rootPath() : parent.path(place);
    return pathOf(own, at);
  }

  final @Nullable Object value(int at) {
    return values[at];
  }

  static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof ResponsePart part) {
      part.write(json);
    } else {
      json.writePOJO(value);
    }
  }

  static @Nullable Object plain(@Nullable Object value) {
    return value instanceof ResponsePart part ? part.plain() : value;
  }
}
