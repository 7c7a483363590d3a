package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A record that tests may write to, in H2, and ask for all of it at once. */
public class ScratchOnH2 implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("chancery.test.database", "scratch", "chancery.limits.cost", "100000");
  }
}
