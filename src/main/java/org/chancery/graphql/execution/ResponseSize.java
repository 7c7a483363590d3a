package org.chancery.graphql.execution;

import java.util.Collection;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the objects and characters of one response while it is built, and fails where there are
 * too many, or where its time is up. A request's cost is an estimate made before; this is the
 * actual size.
 */
public final class ResponseSize {

  /** Where it stands in a request's context. */
  public static final Class<ResponseSize> KEY = ResponseSize.class;

  private static final int NULL = "null".length();

  private final Deadline deadline;
  private final int mostObjects;
  private final long mostCharacters;
  private int objects;
  private long characters;

  /** Of an answer that may have so many of each, and take so long. */
  public ResponseSize(Deadline deadline, int mostObjects, long mostCharacters) {
    this.deadline = deadline;
    this.mostObjects = mostObjects;
    this.mostCharacters = mostCharacters;
  }

  /** Adds the value of a field. What tells of the schema is bounded in itself. */
  void add(SelectedField field, @Nullable Object value) {
    if (deadline.isOver()) {
      throw deadline.refusal();
    }
    if (field.isIntrospection()) {
      return;
    }
    characters += field.key().charLength();
    if (value == null) {
      characters += NULL;
    } else if (field.isOfObjects()) {
      objects += value instanceof Collection<?> list ? list.size() : 1;
    } else {
      characters += value instanceof String text ? text.length() : 1;
    }
    if (objects > mostObjects) {
      throw RequestException.beyondLimit("objects in the answer", objects, mostObjects);
    }
    if (characters > mostCharacters) {
      throw RequestException.beyondLimit("characters in the answer", characters, mostCharacters);
    }
  }
}
