package org.chancery.api;

import static io.restassured.RestAssured.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The schema is a contract: it changes only on purpose. */
@QuarkusTest
class SchemaTest {

  @Inject GraphQLSchema schema;

  @Test
  void isTheOneThatIsCommitted() throws IOException {
    String served = get("/graphql/schema.graphql").then().statusCode(200).extract().asString();
    Path now = Path.of("target/schema.graphql");
    Files.writeString(now, served);
    assertEquals(
        "",
        difference(Files.readAllLines(Path.of("schema.graphql")), served.lines().toList()),
        "The schema has changed. If that is meant, copy "
            + now
            + " over schema.graphql and name the change in CHANGELOG.md.");
    assertEquals(Files.readString(Path.of("schema.graphql")), served);
  }

  /** The lines that only one of two has, each with its place. */
  private static String difference(List<String> committed, List<String> served) {
    StringBuilder difference = new StringBuilder();
    tell(difference, "-", committed, served);
    tell(difference, "+", served, committed);
    return difference.toString();
  }

  private static void tell(
      StringBuilder difference, String sign, List<String> lines, List<String> others) {
    List<String> left = new ArrayList<>(others);
    for (int i = 0; i < lines.size(); i++) {
      if (!left.remove(lines.get(i))) {
        difference.append("\n%s %d: %s".formatted(sign, i + 1, lines.get(i)));
      }
    }
  }

  /** Code generators read the file alone: every type that it names has to be in it, scalars too. */
  @Test
  void standsByItself() throws IOException {
    GraphQLSchema read =
        UnExecutableSchemaGenerator.makeUnExecutableSchema(
            new SchemaParser().parse(Files.readString(Path.of("schema.graphql"))));
    assertNotNull(read.getType("DateTime"));
    assertNull(read.getType("BigInteger"));
  }

  @Test
  void everyElementIsDescribed() {
    List<String> undescribed = new ArrayList<>();
    schema.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .forEach(
            type -> {
              // "Query" is described by what it holds, and scalars by their specification.
              if (type instanceof GraphQLEnumType values) {
                note(undescribed, type.getName(), values.getDescription());
                values.getValues().forEach(value -> note(undescribed, type.getName(), value));
              }
              if (type instanceof GraphQLFieldsContainer fields) {
                if (!type.getName().equals("Query")) {
                  note(undescribed, type.getName(), fields.getDescription());
                }
                fields
                    .getFieldDefinitions()
                    .forEach(field -> note(undescribed, type.getName(), field));
              }
            });
    assertEquals(List.of(), undescribed);
  }

  @Test
  void listsNeverHoldNullsUnlessTheySayWhy() {
    List<String> nullable = new ArrayList<>();
    schema.getAllTypesAsList().stream()
        .filter(type -> !type.getName().startsWith("__"))
        .filter(GraphQLFieldsContainer.class::isInstance)
        .map(GraphQLFieldsContainer.class::cast)
        .forEach(
            type ->
                type.getFieldDefinitions().stream()
                    .filter(field -> field.getType().toString().matches("\\[[^!]*].*"))
                    .forEach(field -> nullable.add(type.getName() + "." + field.getName())));
    assertEquals(List.of("Query.nodes"), nullable);
    assertFalse(schema.getAllTypesAsList().isEmpty());
  }

  private static void note(List<String> undescribed, String type, GraphQLNamedSchemaElement part) {
    note(undescribed, type + "." + part.getName(), part.getDescription());
    if (part instanceof GraphQLFieldDefinition field) {
      for (GraphQLArgument argument : field.getArguments()) {
        note(
            undescribed,
            type + "." + field.getName() + "(" + argument.getName() + ")",
            argument.getDescription());
      }
    }
  }

  private static void note(List<String> undescribed, String name, @Nullable String description) {
    if (description == null || description.isBlank()) {
      undescribed.add(name);
    }
  }
}
