package org.chancery.database;

import jakarta.persistence.EntityManager;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.spi.SessionImplementor;

/** Which database the record is in, where the two do not do the same. */
public final class Databases {

  private Databases() {}

  /** Whether it is H2, and not PostgreSQL. */
  public static boolean isH2(EntityManager session) {
    return session.unwrap(SessionImplementor.class).getDialect() instanceof H2Dialect;
  }
}
