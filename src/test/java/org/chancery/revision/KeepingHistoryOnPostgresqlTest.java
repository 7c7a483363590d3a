package org.chancery.revision;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnPostgresql;

@QuarkusTest
@TestProfile(SampleToEditOnPostgresql.class)
class KeepingHistoryOnPostgresqlTest extends KeepingHistory {

  @Override
  boolean isH2() {
    return false;
  }
}
