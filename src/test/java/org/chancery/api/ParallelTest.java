package org.chancery.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.GraphqlClient;
import org.chancery.graphql.insight.StatementCounter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fields of one level are loaded at the same time, each in a transaction of its own. */
@QuarkusTest
class ParallelTest {

  private static final int FIELDS = 4;

  /** Holds each SQL statement up until as many are on their way as there are fields. */
  @Alternative
  @Priority(1)
  @PersistenceUnitExtension
  static class Meetingpoint extends StatementCounter {

    static final AtomicReference<@Nullable CyclicBarrier> BARRIER = new AtomicReference<>();

    @Override
    public String inspect(String sql) {
      CyclicBarrier barrier = BARRIER.get();
      if (barrier != null) {
        try {
          barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
          throw new IllegalStateException("not all fields are loaded at the same time", alone);
        }
      }
      return super.inspect(sql);
    }
  }

  @AfterEach
  void letGo() {
    Meetingpoint.BARRIER.set(null);
  }

  @Test
  void allFieldsOfALevelAreLoadedAtOnce() {
    CyclicBarrier barrier = new CyclicBarrier(FIELDS);
    Meetingpoint.BARRIER.set(barrier);
    String query =
        """
        {
          meetings { nodes { key } } statements { nodes { key } }
          participants { nodes { key } } parties { nodes { key } }
        }
        """;
    assertEquals(FIELDS, GraphqlClient.data(query).size());
    assertTrue(!barrier.isBroken());
  }
}
