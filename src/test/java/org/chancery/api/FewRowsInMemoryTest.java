package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The API's cases where H2 keeps so few rows of a result in memory that it spills nearly each. */
@QuarkusTest
@TestProfile(FewRowsInMemoryTest.Spilling.class)
class FewRowsInMemoryTest extends ApiCases {

  /** As on a very small heap and a very large record. */
  public static class Spilling implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "chancery.jdbc-url.h2", "jdbc:h2:mem:spilling;DB_CLOSE_DELAY=-1;MAX_MEMORY_ROWS=2");
    }
  }
}
