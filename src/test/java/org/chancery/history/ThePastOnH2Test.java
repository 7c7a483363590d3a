package org.chancery.history;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.chancery.SampleToEditOnH2;
import org.chancery.database.PastSchema;
import org.chancery.graphql.filter.Filter;
import org.chancery.graphql.filter.PredicateBuilder;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SampleToEditOnH2.class)
class ThePastOnH2Test extends ThePast {

  @Inject Session session;

  /** H2 would gather what has a rare word, or the beginning of one, again for each row. */
  @Test
  void aSearchOfThePastStartsFromNoListOfWhatIsRare() {
    QuarkusTransaction.begin();
    try {
      for (String text : List.of("constructive", "constr*")) {
        Filter filter = (where, alias) -> where.text(Filter.read(text), alias);
        assertTrue(PredicateBuilder.of(filter, session).hql().contains("has_rare_"), text);
        PastSchema.enter(session, 1);
        assertFalse(PredicateBuilder.of(filter, session).hql().contains("has_rare_"), text);
        PastSchema.leave(session);
      }
    } finally {
      PastSchema.leaveAtTheEnd(session);
      QuarkusTransaction.rollback();
    }
  }
}
