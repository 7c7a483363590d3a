package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sample, and the limit of cost that the service comes with. */
public class LimitsAsInstalled implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("chancery.test.database", "installed", "chancery.limits.cost", "10000");
  }
}
