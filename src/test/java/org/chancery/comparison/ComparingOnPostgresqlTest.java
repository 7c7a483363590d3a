package org.chancery.comparison;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnPostgresql;

@QuarkusTest
@TestProfile(ScratchOnPostgresql.class)
class ComparingOnPostgresqlTest extends Comparing {}
