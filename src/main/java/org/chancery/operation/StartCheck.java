package org.chancery.operation;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Whether the start is done: the tables are those of this version, and the sample is loaded where
 * it is wanted.
 */
@Startup
@ApplicationScoped
class StartCheck implements HealthCheck {

  private volatile boolean done;

  void afterAllOthers(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent start) {
    done = true;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("start").status(done).build();
  }
}
