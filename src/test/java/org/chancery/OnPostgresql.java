package org.chancery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service as -Ppostgresql builds it, on a PostgreSQL server of its own. */
public class OnPostgresql implements QuarkusTestProfile {

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("quarkus.datasource.db-kind", "postgresql");
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(PostgresqlServer.class));
  }
}
