package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnH2;

@QuarkusTest
@TestProfile(ScratchOnH2.class)
class StatementCountsOnH2Test extends StatementCounts {

  @Override
  long forEachWord() {
    return 1;
  }
}
