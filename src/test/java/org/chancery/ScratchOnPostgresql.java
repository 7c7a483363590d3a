package org.chancery;

import java.util.HashMap;
import java.util.Map;

/**
 * A record that tests may write to, on a PostgreSQL server of its own, and ask for all of it at
 * once.
 */
public class ScratchOnPostgresql extends OnPostgresql {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("chancery.limits.cost", "100000");
    return settings;
  }
}
