package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import org.chancery.SampleToEditOnPostgresql;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleToEditOnPostgresql.class)
class SendingAgainOnPostgresqlTest extends SendingAgain {

  @Test
  void oneThatRunsInAnotherInstanceIsNotBegunAgain() throws SQLException {
    oneOfAnotherInstanceIsNotBegunAgain();
  }
}
