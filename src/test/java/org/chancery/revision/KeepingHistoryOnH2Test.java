package org.chancery.revision;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnH2;

@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class KeepingHistoryOnH2Test extends KeepingHistory {

  @Override
  boolean isH2() {
    return true;
  }
}
