package org.chancery;

import java.util.HashMap;
import java.util.Map;

/** A record of its own on a PostgreSQL server, and minutes for each request. */
public class MuchTimeOnPostgresql extends OnPostgresql {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("chancery.limits.time", "120s");
    return settings;
  }
}
