package org.chancery.suites;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** What asks a record on H2. */
@Suite
@SelectPackages("org.chancery")
@IncludeClassNamePatterns(Part.ALL)
@ExcludeClassNamePatterns({Part.POSTGRESQL, Part.AROUND_THE_RECORD})
final class H2Suite {}
