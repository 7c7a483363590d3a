package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.OnPostgresql;

@QuarkusTest
@TestProfile(OnPostgresql.class)
class ApiOnPostgresqlTest extends TrainingQueries {}
