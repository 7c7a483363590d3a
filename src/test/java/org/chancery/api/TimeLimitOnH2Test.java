package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ShortOfTimeOnH2;

@QuarkusTest
@TestProfile(ShortOfTimeOnH2.class)
class TimeLimitOnH2Test extends TimeLimit {

  @Override
  String slowTopics() {
    // A row of topics comes only after all of these were looked at.
    return """
        create view topic as select t.* from topic_itself t
          where (select count(*) from system_range(1, 1000000000) r where mod(r.x, 7) = 3) > 0
        """;
  }

  @Override
  String runningStatements() {
    return "select count(*) from information_schema.sessions where executing_statement like '%topic%'"
        + " and executing_statement not like '%information_schema%'";
  }
}
