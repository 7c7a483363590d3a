package org.chancery;

import java.util.HashMap;
import java.util.Map;

/** The sample on a PostgreSQL server of its own, for tests that change it and put it back. */
public class SampleToEditOnPostgresql extends ScratchOnPostgresql {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    // A machine that has other work as well is no fault.
    settings.put("chancery.limits.time", "2m");
    settings.put("chancery.limits.document", "2M");
    return settings;
  }
}
