package org.chancery.revision;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TamperingOnH2Test extends Tampering {

  @Override
  int isOddHere() {
    return 0;
  }

  @Override
  String rowId() {
    return "_rowid_";
  }
}
