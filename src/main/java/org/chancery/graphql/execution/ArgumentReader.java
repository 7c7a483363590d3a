package org.chancery.graphql.execution;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.spi.ClassloadingService;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.schema.SchemaRepair;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads one argument of a field as its method takes it. */
final class ArgumentReader {

  private static final Logger LOG = Logger.getLogger(ArgumentReader.class);

  /** Causes of causes; more would be a circle. */
  private static final int MOST_STEPS = 10;

  private final Argument argument;
  private final ArgumentHelper helper;
  private final @Nullable Members flattened;
  private final @Nullable Constructor<? extends GivenInput> given;

  ArgumentReader(Argument argument) {
    this.argument = argument;
    this.helper = new ArgumentHelper(List.of(argument));
    this.flattened =
        argument.getReference().getName().equals(SchemaRepair.FLATTENED)
            ? Members.of(
                ClassloadingService.get().loadClass(argument.getReference().getClassName()))
            : null;
    this.given = givenInput(argument.getReference());
  }

  private static @Nullable Constructor<? extends GivenInput> givenInput(Reference reference) {
    if (reference.getType() != ReferenceType.INPUT) {
      return null;
    }
    Class<?> type = ClassloadingService.get().loadClass(reference.getClassName());
    try {
      return GivenInput.class.isAssignableFrom(type)
          ? type.asSubclass(GivenInput.class).getConstructor()
          : null;
    } catch (NoSuchMethodException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** A record's constructor, and the arguments that it takes. */
  private record Members(Constructor<?> constructor, List<String> names) {

    static Members of(Class<?> type) {
      return new Members(
          type.getDeclaredConstructors()[0],
          Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList());
    }
  }

  @Nullable Object read(DataFetchingEnvironment environment) {
    if (isListOfIds()) {
      return environment.getArgument(argument.getName());
    }
    if (flattened != null) {
      return ofMembers(flattened, environment);
    }
    if (given != null) {
      return ofGiven(given, environment.getArgument(argument.getName()));
    }
    try {
      return helper.getArguments(environment).get(0);
    } catch (AbstractDataFetcherException | RuntimeException unreadable) {
      // SmallRye GraphQL 2.17's scalars let values pass that it cannot read here, such as a text
      // for an Int.
      LOG.debugf(unreadable, "Argument %s cannot be read", argument.getName());
      String date = dateIn(unreadable);
      if (date != null) {
        throw RequestException.badInput(
            "\"%s\", in \"%s\" of the field \"%s\", is no day or time that can be read: send days as 2021-09-01 and times as"
                + " 2021-09-01T09:30:00Z.",
            date, argument.getName(), environment.getField().getName());
      }
      throw RequestException.badInput(
          "\"%s\" of the field \"%s\" has a value of the wrong type: send arguments and variables as the schema declares"
              + " them, days as 2021-09-01 and times as 2021-09-01T09:30:00Z.",
          argument.getName(), environment.getField().getName());
    }
  }

  private static @Nullable GivenInput ofGiven(
      Constructor<? extends GivenInput> constructor,
      @Nullable Map<String, @Nullable Object> members) {
    if (members == null) {
      return null;
    }
    try {
      GivenInput input = constructor.newInstance();
      input.give(members);
      return input;
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A record, of arguments that have the names of its members. */
  private static Object ofMembers(Members members, DataFetchingEnvironment environment) {
    @Nullable Object[] values =
        members.names().stream().map(name -> environment.getArgument(name)).toArray();
    try {
      return members.constructor().newInstance(values);
    } catch (InvocationTargetException refused) {
      throw refused.getCause() instanceof RuntimeException mistake
          ? mistake
          : new IllegalStateException(refused);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The date that could not be read; null where something else could not. */
  private static @Nullable String dateIn(Throwable failure) {
    Throwable cause = failure;
    for (int step = 0; cause != null && step < MOST_STEPS; step++) {
      if (cause instanceof DateTimeParseException unreadable) {
        return unreadable.getParsedString();
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** SmallRye GraphQL 2.17 would read each of the ids as a JSON document. */
  private boolean isListOfIds() {
    return argument.hasWrapper() && argument.getReference().getName().equals("ID");
  }
}
