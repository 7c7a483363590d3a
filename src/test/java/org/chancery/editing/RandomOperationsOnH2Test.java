package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnH2;

@QuarkusTest
@TestProfile(ScratchOnH2.class)
class RandomOperationsOnH2Test extends RandomOperations {}
