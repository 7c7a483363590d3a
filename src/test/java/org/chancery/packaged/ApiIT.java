package org.chancery.packaged;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.LongTrial;
import org.chancery.api.ApiCases;

/**
 * The API's cases against the packaged service; other tests ask them of the classes it is made of.
 */
@LongTrial
@QuarkusIntegrationTest
@TestProfile(WithSample.class)
class ApiIT extends ApiCases {}
