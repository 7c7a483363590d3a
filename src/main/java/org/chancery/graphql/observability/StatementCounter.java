package org.chancery.graphql.observability;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import org.chancery.database.PastSchema;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts SQL statements for the request that they are sent for, and tells those of the past apart.
 */
@PersistenceUnitExtension
@ApplicationScoped
public class StatementCounter implements StatementInspector {

  @Override
  public String inspect(String sql) {
    RequestTrace.countStatement();
    return PastSchema.marked(sql);
  }
}
