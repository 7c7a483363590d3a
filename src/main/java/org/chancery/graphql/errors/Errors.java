package org.chancery.graphql.errors;

import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.InvalidSyntaxError;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.UnknownOperationException;
import graphql.introspection.IntrospectionDisabledError;
import graphql.schema.GraphQLSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.database.DatabaseGone;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one place where errors are classified: a mistake in the request is answered with a code and a
 * sentence that says what to do; a fault of ours with an id that the log has too, and nothing else.
 */
public final class Errors {

  private static final Logger LOG = Logger.getLogger(Errors.class);

  /** How GraphQL Java's parser says that it has read enough. */
  private static final Pattern TOO_MANY_TOKENS = Pattern.compile("^More than ([\\d,.]+) '");

  /** How GraphQL Java's validation messages begin, and what precedes the description. */
  private static final String VALIDATION = "Validation error (";

  private static final String AFTER_VALIDATION = ")";

  /** The text around a value in them; the value may contain it too. */
  private static final String VALUE = " with value '";

  private static final String INVALID = "' is not a valid '";
  private static final List<String> AFTER_A_VALUE =
      List.of(
          "' contains a field not in '",
          "' is missing required fields '",
          "' must not be null",
          "' must be an object type");

  private static final String ANTLR = "Invalid syntax with ANTLR error";

  private static final Map<String, String> NAMES_IN_JSON =
      Map.of(
          "LinkedHashMap", "Object",
          "ArrayList", "List",
          "BigInteger", "Number",
          "BigDecimal", "Number",
          "Integer", "Number",
          "Long", "Number",
          "Double", "Number");

  private Errors() {}

  /**
   * The error as a client gets it.
   *
   * @param shown the schema, where clients may see what is in it
   */
  public static GraphQLError classify(GraphQLError error, @Nullable GraphQLSchema shown) {
    if (error instanceof ClientError classified) {
      return classified;
    }
    if (error instanceof ExceptionWhileDataFetching failure) {
      return fetchingFailed(failure);
    }
    if (error instanceof UnknownOperationException) {
      return with(
          error,
          ErrorCode.OPERATION_RESOLUTION_FAILURE,
          Echo.sentence(error.getMessage())
              + " Send \"operationName\" with the name of one of them.");
    }
    if (error instanceof IntrospectionDisabledError) {
      return with(
          error,
          ErrorCode.GRAPHQL_VALIDATION_FAILED,
          "The schema cannot be asked for here. Whoever runs the service can switch it on with"
              + " chancery.api.introspection=true.");
    }
    if (error.getErrorType() instanceof ErrorType type) {
      switch (type) {
        case InvalidSyntax -> {
          Matcher tooMany = TOO_MANY_TOKENS.matcher(error.getMessage());
          return tooMany.find()
              ? ofRequest(error, RequestException.beyondTokens(tooMany.group(1)))
              : with(error, ErrorCode.GRAPHQL_PARSE_FAILED, syntax((InvalidSyntaxError) error));
        }
        case ValidationError -> {
          String message = Echo.sentence(inJson(withoutValues(error.getMessage())));
          return with(
              error,
              isInVariables(error) ? ErrorCode.BAD_USER_INPUT : ErrorCode.GRAPHQL_VALIDATION_FAILED,
              shown == null ? message : Suggestions.in(shown, message));
        }
        default -> {
          // Everything else that GraphQL Java reports is a fault of the service.
        }
      }
    }
    return ours(error, new IllegalStateException(error.getMessage()));
  }

  /** Whether the answer failed for a reason that passes, so that asking again may help. */
  public static boolean arePassing(List<GraphQLError> errors) {
    return has(errors, ErrorCode.SERVICE_UNAVAILABLE);
  }

  /** Whether the answer failed for a fault of the service. */
  public static boolean areOurs(List<GraphQLError> errors) {
    return has(errors, ErrorCode.INTERNAL_SERVER_ERROR);
  }

  /** Whether the answer took longer than a request may. */
  public static boolean areOfTime(List<GraphQLError> errors) {
    return have(errors, "limit", RequestException.TIME);
  }

  /** Whether one of the errors has this code. */
  public static boolean has(List<GraphQLError> errors, ErrorCode code) {
    return have(errors, "code", code.name());
  }

  private static boolean have(List<GraphQLError> errors, String extension, String value) {
    return errors.stream()
        .map(GraphQLError::getExtensions)
        .anyMatch(extensions -> extensions != null && value.equals(extensions.get(extension)));
  }

  /** What is wrong with what was sent, or asks for too much; null where nothing of it is. */
  public static @Nullable String mistakeIn(List<GraphQLError> errors) {
    return errors.stream()
        .filter(
            error ->
                has(List.of(error), ErrorCode.BAD_USER_INPUT)
                    || has(List.of(error), ErrorCode.LIMIT_EXCEEDED))
        .map(GraphQLError::getMessage)
        .findFirst()
        .orElse(null);
  }

  /** The answer to a request that failed before anything of it was run. */
  public static GraphQLError of(Throwable failure) {
    GraphQLError unlocated = new ClientError("", List.of(), null, Map.of());
    Throwable cause = unwrap(failure);
    return cause instanceof RequestException request
        ? ofRequest(unlocated, request)
        : ours(unlocated, cause);
  }

  /** A mistake that is no exception. */
  public static GraphQLError of(ErrorCode code, String message) {
    return new ClientError(message, List.of(), null, Map.of("code", code.name()));
  }

  private static GraphQLError ofRequest(GraphQLError error, RequestException request) {
    String message = request.getMessage();
    return answer(error, message == null ? request.code().name() : message, request.extensions());
  }

  private static GraphQLError fetchingFailed(ExceptionWhileDataFetching failure) {
    Throwable cause = unwrap(failure.getException());
    if (cause instanceof NonNullableValueCoercedAsNullException) {
      return with(
          failure,
          ErrorCode.BAD_USER_INPUT,
          "An argument of this field is null, and may not be: send the variable that it is given by with a value, or leave"
              + " the variable out where it has a default.");
    }
    return cause instanceof RequestException request
        ? ofRequest(failure, request)
        : ours(failure, cause);
  }

  private static GraphQLError ours(GraphQLError error, Throwable cause) {
    Optional<String> gone = DatabaseGone.reasonOf(cause);
    if (gone.isPresent()) {
      LOG.warnf("The database could not be reached (%s)", gone.get());
      return with(
          error,
          ErrorCode.SERVICE_UNAVAILABLE,
          "The service cannot reach its database just now. Try again in a few seconds.");
    }
    String id = UUID.randomUUID().toString();
    Map<String, Object> extensions = new LinkedHashMap<>();
    extensions.put("code", ErrorCode.INTERNAL_SERVER_ERROR.name());
    extensions.put("errorId", id);
    LOG.errorf(
        cause,
        "Error %s while answering %s",
        id,
        Objects.requireNonNullElse(error.getPath(), "a request"));
    return answer(
        error,
        "The service could not answer this. Try again; if it goes on, report the error id "
            + id
            + ".",
        extensions);
  }

  private static GraphQLError with(GraphQLError error, ErrorCode code, String message) {
    return answer(error, message, Map.of("code", code.name()));
  }

  private static GraphQLError answer(
      GraphQLError error, String message, Map<String, Object> extensions) {
    return new ClientError(
        message,
        Objects.requireNonNullElse(error.getLocations(), List.of()),
        error.getPath(),
        extensions);
  }

  /** What failed, without what a future wraps it in. */
  public static Throwable unwrap(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /**
   * GraphQL Java reports a variable's wrong value with this class, which is a validation error
   * without a rule.
   */
  private static boolean isInVariables(GraphQLError error) {
    return !(error instanceof graphql.validation.ValidationError);
  }

  /**
   * The message without the value sent, which GraphQL Java prints in full, as a Java object,
   * between the name of its argument and what is wrong with it.
   */
  private static String withoutValues(@Nullable String message) {
    if (message == null) {
      return "The document does not fit the schema.";
    }
    int kind = message.startsWith(VALIDATION) ? message.indexOf(AFTER_VALIDATION) : -1;
    String said =
        kind < 0 ? message : afterColon(message.substring(kind + AFTER_VALIDATION.length()));
    int value = said.indexOf(VALUE);
    if (kind < 0 || value < 0) {
      return said;
    }
    String argument = said.substring(0, value);
    int invalid = said.lastIndexOf(INVALID);
    int beside = AFTER_A_VALUE.stream().mapToInt(said::lastIndexOf).max().orElse(-1);
    if (invalid > beside) {
      int type = invalid + INVALID.length();
      int end = said.indexOf('\'', type);
      return argument + " has a value that is not a valid " + said.substring(type, end);
    }
    return beside < 0 ? argument + " has a wrong value" : argument + said.substring(beside + 1);
  }

  /** Cuts the unexpected token, and leaves out ANTLR's own message. */
  private static String syntax(InvalidSyntaxError error) {
    String message = error.getMessage();
    String token = error.getOffendingToken();
    if (message.startsWith(ANTLR)) {
      return "Invalid syntax.";
    }
    return Echo.sentence(
        token == null || token.isEmpty() ? message : message.replace(token, Echo.of(token)));
  }

  /** What a value is, by its name in JSON and not in Java. */
  private static String inJson(String message) {
    String told = message;
    for (Map.Entry<String, String> name : NAMES_IN_JSON.entrySet()) {
      told =
          told.replace("'" + name.getKey() + "'", "'" + name.getValue() + "'")
              .replace("[" + name.getKey() + "]", "[" + name.getValue() + "]");
    }
    return told.replace("SRGQL000013: ", "");
  }

  private static String afterColon(String text) {
    return text.substring(text.indexOf(':') + 1).strip();
  }
}
