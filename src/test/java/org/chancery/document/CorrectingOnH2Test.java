package org.chancery.document;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnH2;

@QuarkusTest
@TestProfile(ScratchOnH2.class)
class CorrectingOnH2Test extends Correcting {}
