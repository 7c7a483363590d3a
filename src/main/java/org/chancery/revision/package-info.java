/** Each change of the record: when, by whom, why, and what it changed. */
@org.jspecify.annotations.NullMarked
package org.chancery.revision;
