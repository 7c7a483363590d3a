package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnPostgresql;

@QuarkusTest
@TestProfile(SampleToEditOnPostgresql.class)
class RandomOperationsOnPostgresqlTest extends RandomOperations {}
