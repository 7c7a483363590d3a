package org.chancery.revision;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class TamperingOnPostgresqlTest extends Tampering {

  @Override
  int isOddHere() {
    return 1;
  }

  @Override
  String rowId() {
    return "ctid";
  }
}
