package org.chancery.suites;

/** Regular expressions for the names of test classes. */
final class Part {

  static final String ALL = ".*Test";

  /** Whatever starts a PostgreSQL. */
  static final String POSTGRESQL = ".*Postgresql.*Test";

  /** What hardly asks a record. */
  static final String AROUND_THE_RECORD =
      "org\\.chancery\\.(build|graphql|operation|proof|users)\\..*Test";

  private Part() {}
}
