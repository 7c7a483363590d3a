package org.chancery.record;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.OnPostgresql;

@QuarkusTest
@TestProfile(CalendarDaysOnPostgresqlTest.Alone.class)
class CalendarDaysOnPostgresqlTest extends CalendarDays {

  /** With a server of its own. */
  public static class Alone extends OnPostgresql {}
}
