package org.chancery.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that ask the service something ask what its schema has. */
class ScriptsTest {

  private static final Pattern QUERY = Pattern.compile("'(\\{[^'\\n{]*\\{[^'\\n]*\\})'");

  @ParameterizedTest
  @ValueSource(strings = {"src/main/docker/train", "bench/plans"})
  void askWhatTheSchemaHas(String script) throws IOException {
    GraphQLSchema schema =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Files.readString(Path.of("schema.graphql"))));
    List<String> queries =
        QUERY
            .matcher(Files.readString(Path.of(script)))
            .results()
            .map((MatchResult found) -> unquoted(found.group(1)))
            .toList();
    assertTrue(queries.size() >= 5, script);
    for (String query : queries) {
      assertEquals(
          List.of(), ParseAndValidate.validate(schema, parsed(query), Locale.ENGLISH), query);
    }
  }

  private static graphql.language.Document parsed(String query) {
    return ParseAndValidate.parse(graphql.ExecutionInput.newExecutionInput(query).build())
        .getDocument();
  }

  /** Where all of a query's quotation marks are escaped, it stands inside of JSON. */
  private static String unquoted(String query) {
    return query.replace("\\\"", "").contains("\"") ? query : query.replace("\\\"", "\"");
  }
}
