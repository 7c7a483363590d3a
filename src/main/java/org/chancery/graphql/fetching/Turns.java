package org.chancery.graphql.fetching;

import graphql.schema.DataFetchingEnvironment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.threads.ViewExecutor;

/**
 * Lets the parts of one request run one after the other, each on some worker thread, while their
 * loads run in parallel. GraphQL Java sends off all loads that wait whenever a level is complete;
 * where two threads worked on one request, a level that is half gathered would go with them, and
 * take a second SQL statement for its other half.
 */
@ApplicationScoped
public class Turns {

  /** Where the request's executor stands in its context. */
  public static final Class<Turns> KEY = Turns.class;

  private final ManagedExecutor workers;

  Turns(ManagedExecutor workers) {
    this.workers = workers;
  }

  /** The executor of a new request. */
  public Executor ofRequest() {
    return ViewExecutor.builder(workers).setMaxSize(1).setQueueLimit(Integer.MAX_VALUE).build();
  }

  /** The executor of the request that a field belongs to. */
  static Executor of(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.getGraphQlContext().get(KEY));
  }
}
