package org.chancery.document;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.chancery.ScratchOnH2;

@QuarkusTest
@TestProfile(ScratchOnH2.class)
class DocumentLoadingOnH2Test extends DocumentLoading {}
