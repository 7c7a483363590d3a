package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnPostgresql;

@QuarkusTest
@TestProfile(ScratchOnPostgresql.class)
class RandomOperationsOnPostgresqlTest extends RandomOperations {}
