package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A record of its own in H2, and little time for each request. */
public class ShortOfTimeOnH2 implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("chancery.test.database", "slow", "chancery.limits.time", "2s");
  }
}
