package org.chancery.graphql.observability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What operators are told of requests. */
@ConfigMapping(prefix = "chancery.observability")
public interface ObservabilitySettings {

  /** How many operations metrics tell apart by name; those seen first. */
  @WithDefault("50")
  int operations();

  /** From which duration on a request is logged as slow, with the hash of its document. */
  @WithDefault("1s")
  Duration slow();
}
