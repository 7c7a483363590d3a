package org.chancery.graphql.fetching;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Objects;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the objects of one answer, and the characters of its values, while they are gathered, and
 * ends it where there are too many, or where its time is up. A request's cost is reckoned before;
 * this is how much it came to be.
 */
public final class AnswerSize {

  /** Where it stands in a request's context. */
  public static final Class<AnswerSize> KEY = AnswerSize.class;

  private static final int NULL = "null".length();

  private final int mostObjects;
  private final long mostCharacters;
  private int objects;
  private long characters;

  /** Of an answer that may have so many of each. */
  public AnswerSize(int mostObjects, long mostCharacters) {
    this.mostObjects = mostObjects;
    this.mostCharacters = mostCharacters;
  }

  /** Why the answer is not given; null where it may be. */
  public @Nullable RequestException refusal() {
    if (objects > mostObjects) {
      return RequestException.beyondLimit("objects in the answer", objects, mostObjects);
    }
    return characters > mostCharacters
        ? RequestException.beyondLimit("characters in the answer", characters, mostCharacters)
        : null;
  }

  /** Adds the value of a field. The parts of a request run in turns, and so does this. */
  static void add(@Nullable Object value, DataFetchingEnvironment environment) {
    AnswerSize size = Objects.requireNonNull(environment.getGraphQlContext().get(KEY));
    Deadline deadline = Objects.requireNonNull(environment.getGraphQlContext().get(Deadline.KEY));
    if (deadline.isOver()) {
      throw deadline.refusal();
    }
    size.characters += environment.getMergedField().getResultKey().length();
    if (value == null) {
      size.characters += NULL;
    } else if (GraphQLTypeUtil.unwrapAll(environment.getFieldType())
        instanceof GraphQLFieldsContainer) {
      size.objects += value instanceof Collection<?> list ? list.size() : 1;
    } else {
      size.characters += value instanceof String text ? text.length() : 1;
    }
    RequestException refusal = size.refusal();
    if (refusal != null) {
      throw refusal;
    }
  }
}
