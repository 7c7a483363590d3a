package org.chancery.graphql.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.chancery.GraphqlClient;
import org.chancery.graphql.errors.RequestException;
import org.chancery.graphql.observability.RequestTrace;
import org.chancery.record.RecordEntity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * GraphQL Java's own engine is the oracle: whatever is asked, both answer alike, data and errors.
 * It loads each thing by itself, when a method asks for it.
 */
@QuarkusTest
class OracleTest {

  private static final int QUERIES = 2000;

  /** Those that were answered otherwise once. */
  private static final List<Long> FAILED_BEFORE = List.of();

  @Inject GraphQLSchema schema;
  @Inject BatchLoading batchLoading;

  private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1);

  @Test
  void bothAnswerAlike() {
    Map<String, List<String>> texts = texts();
    long first = new Random().nextInt(1_000_000_000);
    Iterator<Long> seeds =
        Stream.concat(FAILED_BEFORE.stream(), Stream.iterate(first, seed -> seed + 1)).iterator();
    int run = 0;
    int withErrors = 0;
    int withNulls = 0;
    while (run < QUERIES) {
      long seed = seeds.next();
      // Half of them where everything is right, half of them where some fields fail.
      GraphQLSchema asked = seed % 2 == 0 ? schema : withFaults(seed);
      GeneratedQuery query = new GeneratedQuery(schema, seed, texts);
      Answer expected = ask(theirs(asked), query, true);
      assertEquals(
          expected,
          ask(ours(asked), query, false),
          "seed " + seed + ": " + query.document() + query.variables());
      if (!expected.isRefused()) {
        run++;
        withErrors += expected.errors().isEmpty() ? 0 : 1;
        withNulls += expected.data().contains("=null") ? 1 : 0;
      }
    }
    // That they are about something.
    assertTrue(withErrors > QUERIES / 10, withErrors + " had errors");
    assertTrue(withNulls > QUERIES / 10, withNulls + " had nulls");
  }

  /**
   * An answer, as far as both have to give it.
   *
   * @param data with its fields in their order
   * @param errors in the order of their paths
   */
  private record Answer(String data, List<String> errors) {

    /** Whether the query was not valid, and so not run. */
    boolean isRefused() {
      return errors.stream().anyMatch(error -> error.startsWith("null "));
    }
  }

  private Answer ask(GraphQL engine, GeneratedQuery query, boolean atOnce) {
    Deadline deadline = new Deadline(Duration.ofMinutes(5), watch, () -> {});
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query.document())
            .variables(query.variables())
            .graphQLContext(
                Map.of(ResponseSize.KEY, new ResponseSize(deadline, 1_000_000, Long.MAX_VALUE)))
            .build();
    ExecutionResult result =
        batchLoading.running(
            deadline, new RequestTrace("oracle"), atOnce, () -> engine.execute(input));
    deadline.answered();
    Object data = result.getData();
    return new Answer(
        String.valueOf(data instanceof ResponseObject object ? object.plain() : data),
        result.getErrors().stream().map(OracleTest::told).sorted().toList());
  }

  private static String told(GraphQLError error) {
    return error.getPath()
        + " "
        + error.getErrorType()
        + (error instanceof ExceptionWhileDataFetching failure
                && failure.getException() instanceof RequestException mistake
            ? " " + mistake.getMessage()
            : error.getPath() == null ? " " + error.getMessage() : "");
  }

  private static GraphQL ours(GraphQLSchema schema) {
    return GraphQL.newGraphQL(schema)
        .queryExecutionStrategy(new BreadthFirst())
        .doNotAutomaticallyDispatchDataLoader()
        .build();
  }

  private static GraphQL theirs(GraphQLSchema schema) {
    return GraphQL.newGraphQL(schema).doNotAutomaticallyDispatchDataLoader().build();
  }

  /** What the record has, and some that it has not. */
  private static Map<String, List<String>> texts() {
    List<String> keys =
        GraphqlClient.data(
                """
                { meetings { nodes { key } } parties { nodes { key } } participants { nodes { key } }
                  topics { nodes { key } } events { nodes { key } } statements { nodes { key } } }
                """)
            .findValuesAsText("key");
    List<String> ids =
        GraphqlClient.data("{ statements { nodes { id meeting { id } } } }").findValuesAsText("id");
    List<String> most = new ArrayList<>(keys);
    most.add("nobody");
    return Map.of(
        "",
        most,
        "key",
        most,
        "party",
        List.of("CN", "US", "ZZ"),
        "id",
        ids,
        "ids",
        ids,
        "after",
        List.of("nonsense"),
        "before",
        List.of("nonsense"),
        "text",
        List.of("climate", "the", "\u0000", "-", "cooperation -the"),
        "name",
        List.of("Meeting", "Speaker", "Nothing"));
  }

  /** Some fields fail, are null or of a wrong type, for some objects or for all. */
  private GraphQLSchema withFaults(long seed) {
    Random random = new Random(seed);
    GraphQLCodeRegistry code =
        schema
            .getCodeRegistry()
            .transform(
                registry ->
                    schema.getAllTypesAsList().stream()
                        .filter(GraphQLObjectType.class::isInstance)
                        .map(GraphQLObjectType.class::cast)
                        .filter(type -> !type.getName().startsWith("__"))
                        .forEach(
                            type ->
                                type.getFieldDefinitions().stream()
                                    .filter(field -> random.nextInt(100) < 6)
                                    .forEach(
                                        field -> spoil(registry, type, field, random.nextInt()))));
    return schema.transformWithoutTypes(same -> same.codeRegistry(code));
  }

  private void spoil(
      GraphQLCodeRegistry.Builder registry,
      GraphQLObjectType type,
      GraphQLFieldDefinition field,
      int how) {
    DataFetcher<?> right = schema.getCodeRegistry().getDataFetcher(type, field);
    registry.dataFetcher(
        FieldCoordinates.coordinates(type, field),
        (DataFetcher<Object>)
            environment -> isSpared(environment, how) ? right.get(environment) : wrong(field, how));
  }

  private static boolean isSpared(DataFetchingEnvironment environment, int how) {
    Object source = environment.getSource();
    return source instanceof RecordEntity thing && (thing.uuid().hashCode() + how) % 3 == 0;
  }

  private static @Nullable Object wrong(GraphQLFieldDefinition field, int how) {
    return switch (Math.floorMod(how, 4)) {
      case 0 -> null;
      case 1 -> throw new IllegalStateException("spoilt");
      case 2 -> throw RequestException.badInput("spoilt");
      default ->
          GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(field.getType()))
              ? Arrays.asList(null, null)
              : null;
    };
  }
}
