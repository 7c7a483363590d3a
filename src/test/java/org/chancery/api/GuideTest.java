package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.GraphqlClient;
import org.chancery.LimitsAsInstalled;
import org.chancery.graphql.errors.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide to the API shows is what the service answers. */
@QuarkusTest
@TestProfile(LimitsAsInstalled.class)
class GuideTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```graphql\n(.*?)```\n\n```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("^## `([A-Z_]+)`$", Pattern.MULTILINE);
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<Arguments> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(Path.of("docs/api.md")))
        .results()
        .map(found -> Arguments.of(found.group(1), found.group(2)))
        .toList()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsAnsweredAsItSays(String query, String answer) throws IOException {
    assertEquals(
        JSON.readTree(answer).toPrettyString(),
        (query.startsWith("mutation") ? GraphqlClient.askAsEditor(query) : GraphqlClient.ask(query))
            .toPrettyString());
  }

  @Test
  void everyQueryOfTheGuideIsAnExample() throws IOException {
    String guide = Files.readString(Path.of("docs/api.md"));
    long queries = Pattern.compile("```graphql").matcher(guide).results().count();
    assertTrue(queries >= 12);
    assertEquals(queries, examples().count());
  }

  @Test
  void everyErrorCodeHasItsSection() throws IOException {
    List<String> described =
        CODE.matcher(Files.readString(Path.of("docs/errors.md")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(
        Arrays.stream(ErrorCode.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(described));
  }
}
