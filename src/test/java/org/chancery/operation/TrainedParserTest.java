package org.chancery.operation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedParserTest {

  /** One that is not HQL would end here, and the building of the native executable. */
  @Test
  void queriesAreHql() {
    List<String> queries = TrainedParser.queries().toList();
    assertTrue(queries.size() > 100, queries.size() + " queries");
    queries.forEach(TrainedParser::read);
  }
}
