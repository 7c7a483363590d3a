package org.chancery.suites;

/** Regular expressions for the names of test classes. */
final class Part {

  static final String ALL = ".*Test";

  /** Whatever starts a PostgreSQL. */
  static final String POSTGRESQL = ".*Postgresql.*Test";

  /**
   * As much of the rest as makes this JVM take as long as the others: what stands around the API.
   */
  static final String AROUND_THE_RECORD =
      "org\\.chancery\\.(build|exchange|graphql|history|operation|proof|users)\\..*Test";

  private Part() {}
}
