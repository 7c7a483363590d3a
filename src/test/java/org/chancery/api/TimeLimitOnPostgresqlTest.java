package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ShortOfTimeOnPostgresql;

@QuarkusTest
@TestProfile(ShortOfTimeOnPostgresql.class)
class TimeLimitOnPostgresqlTest extends TimeLimit {

  @Override
  String slowTopics() {
    return "create view topic as select t.* from topic_itself t, (select pg_sleep(120)) s";
  }

  @Override
  String runningStatements() {
    return "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and query like '%topic%'";
  }
}
