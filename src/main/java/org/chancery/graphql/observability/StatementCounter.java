package org.chancery.graphql.observability;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts SQL statements for the request that they are sent for. */
@PersistenceUnitExtension
@ApplicationScoped
public class StatementCounter implements StatementInspector {

  @Override
  public String inspect(String sql) {
    RequestTrace.countStatement();
    return sql;
  }
}
