package org.chancery.suites;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Whatever starts a PostgreSQL. */
@Suite
@SelectPackages("org.chancery")
@IncludeClassNamePatterns(Part.POSTGRESQL)
final class PostgresqlSuite {}
