package org.chancery.editing;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.sql.SQLException;
import org.chancery.SampleToEditOnH2;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class EditingOnH2Test extends Editing {

  /** The table of words is written past Hibernate. */
  @Test
  void aFailureInTheTableOfWordsLeavesNothing() throws IOException, SQLException {
    run(
        "create trigger failing_words before insert, delete on search_word for each row call '"
            + FailingTrigger.class.getName()
            + "'");
    try {
      nothingIsChangedByAmendmentsThatFail(
          "2031-05-26",
          row -> {
            FailingTrigger.failAt(row);
            return () -> {
              int rows = FailingTrigger.rowsSince(row);
              FailingTrigger.failAt(0);
              return rows;
            };
          });
    } finally {
      FailingTrigger.failAt(0);
      run("drop trigger failing_words");
    }
  }
}
