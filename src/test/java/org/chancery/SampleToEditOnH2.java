package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sample in an H2 of its own, for tests that change it and put it back. */
public class SampleToEditOnH2 implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "chancery.test.database",
        "edited",
        "chancery.limits.cost",
        "100000",
        // A machine that has other work as well is no fault.
        "chancery.limits.time",
        "2m",
        "chancery.limits.document",
        "2M");
  }
}
