package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The sample, and an answer of few objects. */
public class FewObjects implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("chancery.limits.objects", "40");
  }
}
