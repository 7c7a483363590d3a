package org.chancery;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.graphql.observability.StatementCounter;
import org.jspecify.annotations.Nullable;

/** Lets a test see each SQL statement before it is sent, and send another in its place. */
@Alternative
@Priority(1)
@PersistenceUnitExtension
public class EachStatement extends StatementCounter {

  /** What to do with the n-th statement since it was set. */
  @FunctionalInterface
  public interface Watcher {

    /**
     * The statement to send.
     *
     * @param number from 1 on
     */
    String instead(int number, String sql);
  }

  private static final AtomicReference<@Nullable Watcher> WATCHER = new AtomicReference<>();
  private static final AtomicInteger STATEMENTS = new AtomicInteger();

  /** From the next statement on. */
  public static void watch(Watcher watcher) {
    STATEMENTS.set(0);
    WATCHER.set(watcher);
  }

  /** No longer; says how many statements there were. */
  public static int letGo() {
    WATCHER.set(null);
    return STATEMENTS.get();
  }

  @Override
  public String inspect(String sql) {
    Watcher watcher = WATCHER.get();
    return super.inspect(
        watcher == null ? sql : watcher.instead(STATEMENTS.incrementAndGet(), sql));
  }
}
