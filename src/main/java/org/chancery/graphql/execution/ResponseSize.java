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

  /** Beyond these, one more error tells nobody anything. */
  private static final int MOST_ERRORS = 1_000;

  private final Deadline deadline;
  private final int mostObjects;
  private final long mostCharacters;
  private int objects;
  private int errors;
  private long characters;

  /** Of an answer that may have so many of each, and take so long. */
  public ResponseSize(Deadline deadline, int mostObjects, long mostCharacters) {
    this.deadline = deadline;
    this.mostObjects = mostObjects;
    this.mostCharacters = mostCharacters;
  }

  /** Adds an error: each of many objects can have one for each of its fields. */
  void addError() {
    requireTime();
    errors++;
    if (errors > MOST_ERRORS) {
      throw RequestException.beyondLimit("errors in the answer", errors, MOST_ERRORS);
    }
  }

  /** Adds the value of a field. What tells of the schema is bounded in itself. */
  void add(SelectedField field, @Nullable Object value) {
    requireTime();
    if (field.isIntrospection()) {
      return;
    }
    characters += field.key().charLength();
    if (value == null) {
      characters += NULL;
    } else if (field.isOfObjects()) {
      objects += value instanceof Collection<?> list ? list.size() : 1;
    } else if (value instanceof Collection<?> list) {
      list.forEach(one -> characters += lengthOf(one));
    } else {
      characters += lengthOf(value);
    }
    if (objects > mostObjects) {
      throw RequestException.beyondLimit("objects in the answer", objects, mostObjects);
    }
    if (characters > mostCharacters) {
      throw RequestException.beyondLimit("characters in the answer", characters, mostCharacters);
    }
  }

  /** Refuses the request where its time is over. */
  void requireTime() {
    if (deadline.isOver()) {
      throw deadline.refusal();
    }
  }

  private static int lengthOf(@Nullable Object value) {
    return value instanceof String text ? text.length() : 1;
  }
}
