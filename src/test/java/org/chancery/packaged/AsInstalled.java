package org.chancery.packaged;

import java.util.HashMap;
import java.util.Map;

/** The packaged service with the sample record, and all other settings as they come. */
public class AsInstalled extends WithSample {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings
        .keySet()
        .removeIf(name -> name.startsWith("chancery.api.") || name.startsWith("chancery.limits."));
    return settings;
  }
}
