package org.chancery.graphql.limits;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cost whose name is not one of the schema's would be that of nothing. */
@QuarkusTest
class FieldCostsTest {

  @Inject GraphQLSchema schema;

  @Test
  void areOfFieldsAndTypesThatThereAre() {
    FieldCosts.read()
        .all()
        .forEach(
            (name, cost) -> {
              assertTrue(cost > 0, name);
              List<String> parts = List.of(name.split("\\."));
              if (parts.size() == 2) {
                assertTrue(
                    List.of("page", "order", "total", "condition").contains(parts.get(1)), name);
                assertTrue(
                    parts.get(0).equals("any")
                        || schema.getObjectType(parts.get(0) + "Connection") != null,
                    name);
              } else {
                isOfAField(name, parts);
              }
            });
  }

  private void isOfAField(String name, List<String> parts) {
    GraphQLFieldDefinition field =
        schema.getObjectType(parts.get(0)).getFieldDefinition(parts.get(1));
    assertNotNull(field, name);
    assertTrue(List.of("each", "once").contains(parts.get(parts.size() - 1)), name);
    if (parts.size() == 4) {
      GraphQLEnumType by =
          (GraphQLEnumType) GraphQLTypeUtil.unwrapAll(field.getArgument("by").getType());
      assertNotNull(by.getValue(parts.get(2)), name);
    }
  }
}
