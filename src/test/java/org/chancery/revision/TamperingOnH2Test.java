package org.chancery.revision;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnH2;

@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class TamperingOnH2Test extends Tampering {

  @Override
  String rowId() {
    return "_rowid_";
  }
}
