package org.chancery;

import java.util.HashMap;
import java.util.Map;

/** A record of its own on a PostgreSQL server, and little time for each request. */
public class ShortOfTimeOnPostgresql extends OnPostgresql {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("chancery.limits.time", "2s");
    return settings;
  }
}
