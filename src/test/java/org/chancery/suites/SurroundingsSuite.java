package org.chancery.suites;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What hardly asks a record. */
@Suite
@SelectPackages("org.chancery")
@IncludeClassNamePatterns(Part.AROUND_THE_RECORD)
@ExcludeClassNamePatterns(Part.POSTGRESQL)
final class SurroundingsSuite {}
