package org.chancery.graphql.execution;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.util.List;
import org.chancery.graphql.errors.RequestException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads one argument of a field as its method takes it. */
final class ArgumentReader {

  private static final Logger LOG = Logger.getLogger(ArgumentReader.class);

  private final Argument argument;
  private final ArgumentHelper helper;

  ArgumentReader(Argument argument) {
    this.argument = argument;
    this.helper = new ArgumentHelper(List.of(argument));
  }

  @Nullable Object read(DataFetchingEnvironment environment) {
    if (isListOfIds()) {
      return environment.getArgument(argument.getName());
    }
    try {
      return helper.getArguments(environment).get(0);
    } catch (AbstractDataFetcherException | RuntimeException unreadable) {
      // SmallRye GraphQL 2.17's scalars let values pass that it cannot read here, such as a text
      // for an Int.
      LOG.debugf(unreadable, "Argument %s cannot be read", argument.getName());
      throw RequestException.badInput(
          "\"%s\" of the field \"%s\" has a value of the wrong type: send arguments and variables as the schema declares"
              + " them, days as 2021-09-01 and times as 2021-09-01T09:30:00Z.",
          argument.getName(), environment.getField().getName());
    }
  }

  /** SmallRye GraphQL 2.17 would read each of the ids as a JSON document. */
  private boolean isListOfIds() {
    return argument.hasWrapper() && argument.getReference().getName().equals("ID");
  }
}
