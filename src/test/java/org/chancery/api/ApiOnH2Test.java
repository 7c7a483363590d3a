package org.chancery.api;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ApiOnH2Test extends TrainingQueries {}
