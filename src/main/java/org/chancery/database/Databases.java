package org.chancery.database;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionImplementor;

/** Which database the record is in, where the two do not do the same. */
public final class Databases {

  private Databases() {}

  /** Whether it is H2, and not PostgreSQL. */
  public static boolean isH2(EntityManager session) {
    return session.unwrap(SessionImplementor.class).getDialect() instanceof H2Dialect;
  }

  /**
   * The driver's own connection below one of the pool, which can be ended: the pool's, of Agroal
   * 3.0, is marked as closed first when it is aborted, and then aborts nothing.
   */
  public static Connection driversOwn(Connection pooled) throws SQLException {
    return pooled.unwrap(Connection.class);
  }
}
