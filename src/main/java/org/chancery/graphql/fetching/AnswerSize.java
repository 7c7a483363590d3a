package org.chancery.graphql.fetching;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.Objects;
import org.chancery.graphql.errors.RequestException;
import org.jspecify.annotations.Nullable;

/**
 * Counts the objects of one answer while they are gathered, and ends it where there are too many. A
 * request's cost is reckoned before; this is how much it came to be.
 */
public final class AnswerSize {

  /** Where it stands in a request's context. */
  public static final Class<AnswerSize> KEY = AnswerSize.class;

  private final int most;
  private int objects;

  /** Of an answer that may have so many. */
  public AnswerSize(int most) {
    this.most = most;
  }

  /** Why the answer is not given; null where it may be. */
  public @Nullable RequestException refusal() {
    return objects > most
        ? RequestException.beyondLimit("objects in the answer", objects, most)
        : null;
  }

  /** Adds the value of a field. The parts of a request run in turns, and so does this. */
  static void add(@Nullable Object value, DataFetchingEnvironment environment) {
    if (value == null
        || !(GraphQLTypeUtil.unwrapAll(environment.getFieldType())
            instanceof GraphQLFieldsContainer)) {
      return;
    }
    AnswerSize size = Objects.requireNonNull(environment.getGraphQlContext().get(KEY));
    size.objects += value instanceof Collection<?> list ? list.size() : 1;
    RequestException refusal = size.refusal();
    if (refusal != null) {
      throw refusal;
    }
  }
}
