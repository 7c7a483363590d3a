/** What every recorded thing has: an id, a key, dates that may be inexact. */
@org.jspecify.annotations.NullMarked
package org.chancery.record;
