package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sample in an H2 of its own, and the limit of cost that the service comes with. */
public class GuideOnH2 implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("chancery.test.database", "guide", "chancery.limits.cost", "10000");
  }
}
