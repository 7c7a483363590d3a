package org.chancery.graphql.execution;

import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Converts a field's value to its schema type, such as a day to a string. */
final class ValueAdapter {

  private final FieldHelper helper;
  private final boolean isNeeded;

  ValueAdapter(Field field) {
    this.helper = new FieldHelper(field);
    this.isNeeded =
        field.getReference().isAdaptingWith()
            || field.getReference().isAdaptingTo()
            || field.isAdaptingWith()
            || field.isAdaptingTo()
            || (field.getReference().getType() == ReferenceType.SCALAR
                && !field
                    .getReference()
                    .getClassName()
                    .equals(field.getReference().getGraphQLClassName()));
  }

  /** Whether values are to be changed at all; SmallRye would copy every list that is not. */
  boolean isNeeded() {
    return isNeeded;
  }

  @Nullable Object adapted(@Nullable Object value) {
    try {
      return helper.transformOrAdaptResponse(value, null);
    } catch (AbstractDataFetcherException failure) {
      throw new CompletionException(failure);
    }
  }
}
