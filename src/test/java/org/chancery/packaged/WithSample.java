package org.chancery.packaged;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.UUID;

/** The packaged service with the sample record, in a data folder of its own. */
public class WithSample implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "chancery.sample", "true", "chancery.data", "./target/packaged/" + UUID.randomUUID());
  }
}
