package org.chancery.record;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

@QuarkusTest
@TestProfile(CalendarDaysOnH2Test.Alone.class)
class CalendarDaysOnH2Test extends CalendarDays {

  /** With a record of its own. */
  public static class Alone implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("chancery.test.database", "days");
    }
  }
}
