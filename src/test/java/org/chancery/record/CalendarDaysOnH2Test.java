package org.chancery.record;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnH2;

@QuarkusTest
@TestProfile(ScratchOnH2.class)
class CalendarDaysOnH2Test extends CalendarDays {}
