package org.chancery.document;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnPostgresql;

@QuarkusTest
@TestProfile(SampleToEditOnPostgresql.class)
class CorrectingOnPostgresqlTest extends Correcting {}
