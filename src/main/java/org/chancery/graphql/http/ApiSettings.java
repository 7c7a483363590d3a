package org.chancery.graphql.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the endpoint shows of itself, and for how long its answers may be kept. */
@ConfigMapping(prefix = "chancery.api")
public interface ApiSettings {

  /** Whether queries may ask for the schema ({@code __schema}, {@code __type}). */
  @WithDefault("false")
  boolean introspection();

  /** Whether {@code /graphql/schema.graphql} is there. */
  @WithDefault("false")
  boolean schema();

  /** Whether {@code /q/graphql-ui} is there. */
  @WithDefault("false")
  boolean graphiql();

  /**
   * For how long caches may answer a GET without asking again, also those who have changed the
   * record meanwhile.
   */
  @WithDefault("0s")
  Duration maxAge();
}
