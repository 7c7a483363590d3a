package org.chancery.packaged;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.api.ApiCases;

/** The API's cases against the packaged service. */
@QuarkusIntegrationTest
@TestProfile(WithSample.class)
class ApiIT extends ApiCases {}
