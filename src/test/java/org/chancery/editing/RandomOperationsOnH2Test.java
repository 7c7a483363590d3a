package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.SampleToEditOnH2;

@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class RandomOperationsOnH2Test extends RandomOperations {}
