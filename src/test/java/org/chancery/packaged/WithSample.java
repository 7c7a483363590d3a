package org.chancery.packaged;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.PostgresqlServer;

/** The packaged service with the sample record, in a data folder of its own. */
public class WithSample implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("chancery.sample", "true");
    settings.put("chancery.data", "./target/packaged/" + UUID.randomUUID());
    settings.put("quarkus.management.port", "0");
    settings.put("chancery.observability.slow", "60s");
    // The cases of the API ask more in one request than anyone else does.
    settings.put("chancery.limits.cost", "1000000");
    for (String shown : new String[] {"introspection", "schema", "graphiql"}) {
      settings.put("chancery.api." + shown, "true");
    }
    return settings;
  }

  /** Where -Ppostgresql built the service, it needs a server. */
  @Override
  public List<TestResourceEntry> testResources() {
    return System.getProperty("chancery.database", "h2").equals("postgresql")
        ? List.of(new TestResourceEntry(PostgresqlServer.class))
        : List.of();
  }
}
