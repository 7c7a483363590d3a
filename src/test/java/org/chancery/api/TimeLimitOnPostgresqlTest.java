package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ShortOfTimeOnPostgresql;

@QuarkusTest
@TestProfile(ShortOfTimeOnPostgresql.class)
class TimeLimitOnPostgresqlTest extends TimeLimit {}
