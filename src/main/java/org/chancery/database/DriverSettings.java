package org.chancery.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * What the driver of PostgreSQL is told in any URL: what is written in a batch becomes one INSERT
 * of many rows, and who waits for a machine that vanished learns of it some time. It stands in no
 * file, as H2 refuses a setting that it does not know.
 */
public final class DriverSettings implements ConfigSourceFactory {

  private static final Map<String, String> OF_POSTGRESQL =
      Map.of(
          "quarkus.datasource.jdbc.additional-jdbc-properties.reWriteBatchedInserts", "true",
          "quarkus.datasource.jdbc.additional-jdbc-properties.tcpKeepAlive", "true");

  private static final int BELOW_ALL_FILES = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return "postgresql".equals(context.getValue("quarkus.datasource.db-kind").getValue())
        ? List.of(
            new PropertiesConfigSource(
                OF_POSTGRESQL, DriverSettings.class.getSimpleName(), BELOW_ALL_FILES))
        : List.of();
  }
}
